using WhatsCommerce.Testing.Judging.Media;

namespace WhatsCommerce.Testing;

/// <summary>The endpoints for resumable uploads of samples and images. Source: Meta, graph-api/guides/upload.</summary>
internal sealed class UploadEndpoints(UploadSessions sessions)
{
    private static readonly string[] ContentTypes = ["application/pdf", "image/jpeg", "image/jpg", "image/png", "video/mp4"];

    public ApiResponse Start(ApiCall call, EmulatedApp app)
    {
        int length = call.Number("file_length") ?? throw new RefusedException(Refusals.Required("file_length"));
        string type = call.Required("file_type");
        ApiCall.Check(
            !ContentTypes.Contains(type, StringComparer.OrdinalIgnoreCase)
                ? Refusals.NotOneOf("file_type", string.Join(", ", ContentTypes), type)
            : length is 0 or > MediaUploadRules.MaxBytes
                ? Refusals.InvalidParameter($"file_length must be from 1 to {MediaUploadRules.MaxBytes} here, not {length}.")
            : null);
        return ApiResponse.Made(sessions.Start(length, type, call.Text("file_name") ?? "").Id);
    }

    /// <summary>Returns how many bytes have arrived.</summary>
    public static ApiResponse Read(ApiCall call, UploadSession session) => ApiResponse.Success(json =>
    {
        json.WriteString("id", session.Id);
        json.WriteNumber("file_offset", session.Arrived);
    });

    /// <summary>Receives bytes. The response to the last ones contains the handle of the file.</summary>
    public static ApiResponse Take(ApiCall call, UploadSession session)
    {
        string? text = call.Request.FileOffset;
        ApiCall.Check(
            !long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long offset)
                ? Refusals.InvalidParameter("The header file_offset is required: the number of bytes received so far.")
            : !session.Take(offset, call.Request.Body)
                ? Refusals.InvalidParameter(
                    $"The upload cannot continue with {Plural.Of(call.Request.Body.Length, "byte")} at the offset {offset}: "
                        + $"{session.Arrived} of {Plural.Of(session.Length, "byte")} received so far.")
            : session.Arrived < session.Length
                ? Refusals.InvalidParameter($"{session.Arrived} of {Plural.Of(session.Length, "byte")} received: send the rest.")
            : null);
        return ApiResponse.Success(json => json.WriteString("h", Handle(session)));
    }

    private static string Handle(UploadSession session) => string.Create(
        CultureInfo.InvariantCulture,
        $"4::{Convert.ToBase64String(Encoding.UTF8.GetBytes(session.ContentType))}:"
            + $"ARZlocal{session.Number}:e:{session.At.ToUnixTimeSeconds()}");
}
