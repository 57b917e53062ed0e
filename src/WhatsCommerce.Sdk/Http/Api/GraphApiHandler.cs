using System.Collections.Frozen;

namespace WhatsCommerce.Http;

/// <summary>
/// Replaces the connection of Refit's <see cref="HttpClient"/>: passes the request to the transport, and returns the response that the
/// transport has read.
/// </summary>
/// <remarks>Error responses, retries and the deadline are handled by the transport, as for calls that do not use Refit.</remarks>
internal sealed class GraphApiHandler(GraphTransport transport, FrozenDictionary<string, GraphOperation> operations) : HttpMessageHandler
{
    private static readonly HttpRequestOptionsKey<string> MethodName = new(HttpRequestMessageOptions.MethodName);
    private static readonly HttpRequestOptionsKey<string> PathTemplate = new(HttpRequestMessageOptions.RelativePathTemplate);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Uri address = request.RequestUri!;
        if (!request.Options.TryGetValue(MethodName, out string? method)
            || !request.Options.TryGetValue(PathTemplate, out string? template))
        {
            throw new InvalidOperationException("Refit does not tell which method was called.");
        }

        string path = address.AbsolutePath;
        if (path.AsSpan().Count('/') != template.AsSpan().Count('/') || path.Contains("//", StringComparison.Ordinal))
        {
            throw new ArgumentException(
                $"A value in the path {template} is absent, or leads to another path; nothing was sent.", nameof(request));
        }

        byte[]? body = request.Content is null ? null : await request.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        GraphCall call = new()
        {
            Operation = operations[method],
            Account = transport.Account,
            Method = request.Method,
            Path = path[1..],
            Query = address.Query,

            // HttpClient would retry a POST without content on its own.
            Body = body ?? (request.Method == HttpMethod.Post ? [] : null),
        };
        object response = await transport.CallAsync<object>(call, cancellationToken).ConfigureAwait(false);
        return new HttpResponseMessage(HttpStatusCode.OK) { Content = new ResponseContent(response), RequestMessage = request };
    }
}
