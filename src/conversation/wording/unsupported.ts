/** Why a message cannot be dealt with, whatever the channel. */
export type Unsupported = keyof typeof UNSUPPORTED;

const inWords = "Anh/chị nhắn bằng chữ giúp em nhé.";

/** One kind sentence for each; nothing that was sent is kept. */
export const UNSUPPORTED = {
	photo: `Em không nhận ảnh, nhất là ảnh giấy tờ, và không giữ lại ảnh vừa gửi. ${inWords}`,
	document: `Em không nhận tệp và không giữ lại tệp vừa gửi; hồ sơ anh/chị nộp ở bộ phận Một cửa hoặc Cổng dịch vụ công. ${inWords}`,
	voice: `Em chưa nghe được tin nhắn thoại. ${inWords}`,
	sticker: `Em cảm ơn ạ! Em chỉ đọc được chữ. ${inWords}`,
	location: `Em không nhận vị trí và không lưu lại. ${inWords}`,
	other: `Em chưa đọc được loại tin nhắn này. ${inWords}`,
	long: "Tin nhắn dài quá 2.000 chữ cái, em chưa đọc được. Anh/chị nhắn ngắn lại, hoặc hỏi từng việc một giúp em nhé.",
	group:
		"Việc này em chỉ làm trong tin nhắn riêng, để lịch hẹn và thông tin của anh/chị không hiện trước cả nhóm. Anh/chị bấm vào tên em rồi nhắn riêng giúp em nhé; trong nhóm em chỉ trả lời câu hỏi về thủ tục.",
} as const;

/** The sentence for what a channel noted as the reason. */
export const unsupported = (reason: unknown): string =>
	typeof reason === "string" && Object.hasOwn(UNSUPPORTED, reason)
		? UNSUPPORTED[reason as Unsupported]
		: UNSUPPORTED.other;
