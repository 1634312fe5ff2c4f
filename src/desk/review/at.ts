export const REVIEW = "/quan-tri/ra-soat";
export const REVIEWED = `${REVIEW}/da-xem`;
export const REPLACED = `${REVIEW}/thay-the`;
