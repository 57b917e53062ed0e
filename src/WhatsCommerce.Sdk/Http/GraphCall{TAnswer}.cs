using Polly;

namespace WhatsCommerce.Http;

/// <summary>One call of an endpoint.</summary>
internal sealed class GraphCall<TAnswer> : GraphCall
    where TAnswer : class
{
    public required GraphEndpoint<TAnswer> Endpoint { get; init; }

    /// <summary>The JSON to send, if there is any.</summary>
    public byte[]? Body { get; init; }

    /// <summary>The file to send, if it is one.</summary>
    public StreamedContent? File { get; init; }

    /// <summary>Whether the caller wants to see the answer as it came.</summary>
    public bool KeepsAnswer { get; init; }

    public GraphAnswer? Answer { get; set; }

    public override ValueTask<Outcome<object>> ExchangeAsync(string token, CancellationToken cancellationToken) =>
        Transport.ExchangeAsync(this, token, cancellationToken);
}
