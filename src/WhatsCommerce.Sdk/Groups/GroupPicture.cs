using System.Net.Http.Headers;

namespace WhatsCommerce.Groups;

/// <summary>The body that changes the picture of a group: a form with the file, as in Meta's <c>curl</c> example.</summary>
internal sealed class GroupPicture : StreamedContent
{
    private readonly byte[] _form;

    public GroupPicture(ReadOnlySpan<byte> jpeg)
    {
        string boundary = $"whatscommerce-{Guid.NewGuid():N}";
        byte[] begin = Encoding.ASCII.GetBytes(
            $"--{boundary}\r\nContent-Disposition: form-data; name=\"messaging_product\"\r\n\r\nwhatsapp\r\n"
                + $"--{boundary}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"picture.jpg\"\r\n"
                + "Content-Type: image/jpeg\r\n\r\n");
        byte[] end = Encoding.ASCII.GetBytes($"\r\n--{boundary}--\r\n");
        _form = [.. begin, .. jpeg, .. end];
        Headers.ContentType = MediaTypeHeaderValue.Parse($"multipart/form-data; boundary={boundary}");
    }

    protected override async Task WriteBodyAsync(Stream stream, CancellationToken cancellationToken) =>
        await WriteAsync(stream, _form, cancellationToken).ConfigureAwait(false);

    protected override bool TryComputeLength(out long length)
    {
        length = _form.Length;
        return true;
    }
}
