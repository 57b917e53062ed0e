namespace WhatsCommerce.Http;

/// <summary>One call of an endpoint.</summary>
internal sealed class GraphCall<TAnswer> : GraphCall
    where TAnswer : class
{
    public required GraphTransport Transport { get; init; }

    public required GraphEndpoint<TAnswer> Endpoint { get; init; }
}
