namespace WhatsCommerce.Http;

/// <summary>Carries an answer that was read already. Of one byte, because Refit takes an empty content for no answer.</summary>
internal sealed class AnswerContent(object answer) : HttpContent
{
    public object Answer => answer;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => stream.WriteAsync(new byte[1]).AsTask();

    protected override bool TryComputeLength(out long length)
    {
        length = 1;
        return true;
    }
}
