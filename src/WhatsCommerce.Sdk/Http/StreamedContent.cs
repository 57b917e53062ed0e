namespace WhatsCommerce.Http;

/// <summary>A body that is written piece by piece, from a stream that can be read only once.</summary>
internal abstract class StreamedContent : MovingContent
{
    protected StreamedContent() => GoesOnce = true;

    /// <summary>How the source of the body failed, if it did: the network is not to blame then.</summary>
    public Exception? SourceFailure { get; protected set; }
}
