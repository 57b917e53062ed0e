using System.Net;

namespace WhatsCommerce.Http;

/// <summary>A body that is written piece by piece, from a stream that can be read only once.</summary>
internal abstract class StreamedContent : HttpContent
{
    /// <summary>Called after each piece, so that the deadline counts from the last one: a large file takes its time.</summary>
    public Action? Moved { get; set; }

    /// <summary>How the source of the body failed, if it did: the network is not to blame then.</summary>
    public Exception? SourceFailure { get; protected set; }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);
}
