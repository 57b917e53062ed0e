using WhatsCommerce.Testing.Judging.Media;

namespace WhatsCommerce.Testing;

/// <summary>The endpoints for media files: upload, read, download and delete. Source: Meta, business-phone-numbers/media.</summary>
internal sealed class MediaEndpoints(MediaStore files)
{
    /// <summary>Accepts a file. Its bytes are not copied from the request, so that a large file is in memory once.</summary>
    public ApiResponse Upload(ApiCall call, EmulatedNumber number)
    {
        ApiCall.Check(RequestRules.MessagingProduct(call.Text("messaging_product")));
        FilePart file = call.Request.File ?? throw new RefusedException(Refusals.Required("file"));
        ApiCall.Check(MediaUploadRules.Judge(file.Content.Span, file.ContentType, call.Text("type"), out string mimeType));
        return ApiResponse.Made(files.Add(file.Content, mimeType, file.Name, number).Id.Value!);
    }

    /// <summary>Returns the properties of a file and the URL where it can be fetched with the token.</summary>
    public ApiResponse Read(ApiCall call, EmulatedMedia media)
    {
        CheckNumber(call, media);
        return ApiResponse.Success(json =>
        {
            json.WriteString("url", call.Request.Origin + files.PathOf(media));
            json.WriteString("mime_type", media.MimeType);
            json.WriteString("sha256", media.Sha256);
            json.WriteString("file_size", media.Content.Length.ToString(CultureInfo.InvariantCulture));
            json.WriteString("id", media.Id.Value);
            json.WriteString("messaging_product", "whatsapp");
        });
    }

    public ApiResponse Delete(ApiCall call, EmulatedMedia media)
    {
        CheckNumber(call, media);
        files.Delete(media);
        return ApiResponse.Done();
    }

    /// <summary>Responds with the bytes of a file; 404 if the URL is unknown or has expired.</summary>
    /// <param name="request">The request.</param>
    /// <param name="id">The id in its path.</param>
    public ApiResponse Download(ApiRequest request, string id) =>
        request.Method is "GET" or "HEAD"
        && files.Open(id, request.Query.GetValueOrDefault("ext"), request.Query.GetValueOrDefault("hash")) is { } media
        && (media.Owner is null || media.Owner.HasToken(request.Token!))
            ? ApiResponse.File(media)
            : ApiResponse.Error(
                new Refusal(404, 100, "(#100) The media URL is unknown or has expired: request a new one with the media id."));

    // The request can require that the file belongs to a number; files that customers sent belong to every number.
    private static void CheckNumber(ApiCall call, EmulatedMedia media)
    {
        string? wanted = call.Text("phone_number_id");
        ApiCall.Check(string.IsNullOrEmpty(wanted) || media.Owner is null || media.Owner.Id.Value == wanted
            ? null
            : Refusals.InvalidParameter($"The media {media.Id} does not belong to the phone number {wanted}."));
    }
}
