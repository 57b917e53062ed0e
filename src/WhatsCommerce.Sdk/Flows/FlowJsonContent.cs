using System.Net.Http.Headers;

namespace WhatsCommerce.Flows;

/// <summary>The body of an upload of a flow's JSON.</summary>
internal sealed class FlowJsonContent : StreamedContent
{
    private readonly byte[] _preamble;
    private readonly ReadOnlyMemory<byte> _json;
    private readonly byte[] _end;

    public FlowJsonContent(ReadOnlyMemory<byte> json)
    {
        string boundary = $"whatscommerce-{Guid.NewGuid():N}";
        _json = json;
        _preamble = Encoding.ASCII.GetBytes(
            Field("name", "flow.json") + Field("asset_type", FlowAsset.JsonType)
            + $"--{boundary}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"flow.json\"\r\n"
            + "Content-Type: application/json\r\n\r\n");
        _end = Encoding.ASCII.GetBytes($"\r\n--{boundary}--\r\n");
        Headers.ContentType = MediaTypeHeaderValue.Parse($"multipart/form-data; boundary={boundary}");

        string Field(string name, string value) =>
            $"--{boundary}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n";
    }

    protected override async Task WriteBodyAsync(Stream stream, CancellationToken cancellationToken)
    {
        await WriteAsync(stream, _preamble, cancellationToken).ConfigureAwait(false);
        await WriteAsync(stream, _json, cancellationToken).ConfigureAwait(false);
        await WriteAsync(stream, _end, cancellationToken).ConfigureAwait(false);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _preamble.Length + _json.Length + _end.Length;
        return true;
    }
}
