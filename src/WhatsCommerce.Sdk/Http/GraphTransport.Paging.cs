namespace WhatsCommerce.Http;

/// <summary>Lists.</summary>
internal sealed partial class GraphTransport
{
    // Meta gives 25 unless asked for more: four times the requests.
    private const int PageSize = 100;

    /// <summary>A list of any length; nothing is asked for before it is enumerated.</summary>
    /// <param name="endpoint">Where the list is, with what is asked for; cursors are added.</param>
    /// <param name="cancellationToken">The caller's cancellation, besides the one of each enumeration.</param>
    /// <param name="pageSize">How many items to ask for at once.</param>
    public Paged<T> List<T>(GraphEndpoint<PageAnswer<T>> endpoint, CancellationToken cancellationToken, int? pageSize = null) =>
        new GraphPaged<T>(this, endpoint with { Read = body => PageReader.Read(body, endpoint.Read) }, pageSize ?? PageSize, cancellationToken);
}
