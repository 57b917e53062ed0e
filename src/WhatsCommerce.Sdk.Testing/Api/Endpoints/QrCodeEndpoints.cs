using WhatsCommerce.Testing.Judging.Numbers;

namespace WhatsCommerce.Testing;

/// <summary>
/// The endpoints for QR codes and short links. Their images are not generated. Source: Meta's published OpenAPI description, message_qrdls.
/// </summary>
internal sealed class QrCodeEndpoints(Paging paging)
{
    // Meta lists the newest first, but pages are sorted by an ascending number.
    private const long Newest = long.MaxValue / 2;

    public ApiResponse List(ApiCall call, EmulatedNumber number)
    {
        ApiCall.Check(QrCodeRules.Fields(call.Text("fields")));
        return paging.Respond(call, [.. number.QrCodes.All.Reverse()], static code => Newest - code.Number, Write);
    }

    public static ApiResponse Read(ApiCall call, EmulatedNumber number)
    {
        ApiCall.Check(QrCodeRules.Fields(call.Text("fields")));
        EmulatedQrCode code = number.QrCodes.Find(call.Rest[0]) ?? throw Unknown(call.Rest[0]);
        return ApiResponse.Success(json =>
        {
            json.WriteStartArray("data");
            json.WriteStartObject();
            Write(json, code);
            json.WriteEndObject();
            json.WriteEndArray();
        });
    }

    /// <summary>Creates a QR code, or updates the one that the request names.</summary>
    public static ApiResponse Save(ApiCall call, EmulatedNumber number)
    {
        string? text = call.Text("prefilled_message");
        ApiCall.Check(QrCodeRules.Judge(text, call.Text("generate_qr_image")));
        EmulatedQrCode saved = call.Text("code") is { Length: > 0 } code
            ? number.QrCodes.Change(code, text!) ?? throw Unknown(code)
            : number.QrCodes.Create(text!)
                ?? throw new RefusedException(Refusals.InvalidParameter(
                    $"The number already has {QrCodeBook.Limit} QR codes, the maximum; delete some."));
        return ApiResponse.Success(json => Write(json, saved));
    }

    public static ApiResponse Delete(ApiCall call, EmulatedNumber number) =>
        number.QrCodes.Delete(call.Rest[0]) ? ApiResponse.Done() : throw Unknown(call.Rest[0]);

    private static void Write(Utf8JsonWriter json, EmulatedQrCode code)
    {
        json.WriteString("code", code.Code);
        json.WriteString("prefilled_message", code.Text);
        json.WriteString("deep_link_url", "https://wa.me/message/" + code.Code);
    }

    private static RefusedException Unknown(string code) =>
        new(Refusals.InvalidParameter($"There is no QR code \"{code}\"."));
}
