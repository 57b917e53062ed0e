namespace WhatsCommerce.Http;

/// <summary>Carries a response that was already read. It has one byte, because Refit treats an empty content as no response.</summary>
internal sealed class ResponseContent(object response) : HttpContent
{
    public object Response => response;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => stream.WriteAsync(new byte[1]).AsTask();

    protected override bool TryComputeLength(out long length)
    {
        length = 1;
        return true;
    }
}
