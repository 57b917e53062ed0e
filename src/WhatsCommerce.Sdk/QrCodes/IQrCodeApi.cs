namespace WhatsCommerce.QrCodes;

/// <summary>The QR codes of a number. Source: Meta, whatsapp/qr-codes, and its OpenAPI v23.0, <c>message_qrdls</c>.</summary>
internal interface IQrCodeApi
{
    [Get("/{number}/message_qrdls"), GraphOperation("list_qr_codes")]
    Task<PageResponse<QrCode>> List(PhoneNumberId number, string fields, int limit, string? after, CancellationToken cancellationToken);

    [Get("/{number}/message_qrdls/{code}"), GraphOperation("get_qr_code")]
    Task<DataResponse<QrCode>> Get(PhoneNumberId number, string code, string fields, CancellationToken cancellationToken);

    [Post("/{number}/message_qrdls"), GraphOperation("update_qr_code")]
    Task<QrCode> Update(PhoneNumberId number, [Body] QrCodeBody change, CancellationToken cancellationToken);

    [Delete("/{number}/message_qrdls/{code}"), GraphOperation("delete_qr_code")]
    Task<SuccessResponse> Delete(PhoneNumberId number, string code, CancellationToken cancellationToken);
}
