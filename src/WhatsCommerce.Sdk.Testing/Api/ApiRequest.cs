using Microsoft.AspNetCore.Http;

namespace WhatsCommerce.Testing.Api;

/// <summary>A request as it came, read to its end.</summary>
internal sealed record ApiRequest(string Method, string Path, string? Token, byte[] Body)
{
    /// <summary>The media type of the body with its parameters; empty when the request names none.</summary>
    public string ContentType { get; private init; } = "";

    /// <summary>Whether the body says that it is JSON.</summary>
    public bool IsJson { get; private init; }

    /// <summary>Where the request came to, such as <c>http://127.0.0.1:5000</c>: links to further pages begin with it.</summary>
    public string Origin { get; private init; } = "";

    /// <summary>The parameters of the query. Of a name that comes twice the last one counts.</summary>
    public IReadOnlyDictionary<string, string> Query { get; private init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public static async ValueTask<ApiRequest> ReadAsync(HttpRequest request, CancellationToken cancellationToken) =>
        new(request.Method, request.Path.Value ?? "/", TokenOf(request), await ReadBodyAsync(request, cancellationToken).ConfigureAwait(false))
        {
            ContentType = request.ContentType ?? "",
            IsJson = request.HasJsonContentType(),
            Origin = $"{request.Scheme}://{request.Host}",
            Query = request.Query.ToDictionary(item => item.Key, item => item.Value[^1] ?? "", StringComparer.Ordinal),
        };

    // A body of many items is read into one array of its size: growing one doubles and copies megabytes.
    private static async ValueTask<byte[]> ReadBodyAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength is { } length && length <= ApiServer.MaxRequestBytes)
        {
            byte[] exact = GC.AllocateUninitializedArray<byte>((int)length);
            await request.Body.ReadExactlyAsync(exact, cancellationToken).ConfigureAwait(false);
            return exact;
        }

        using MemoryStream body = new();
        await request.Body.CopyToAsync(body, cancellationToken).ConfigureAwait(false);
        return body.ToArray();
    }

    // The token stands in the header, or in the query as Graph also takes it.
    private static string? TokenOf(HttpRequest request)
    {
        const string scheme = "Bearer ";
        string? header = request.Headers.Authorization;
        return header is not null && header.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)
            ? header[scheme.Length..].Trim()
            : request.Query.TryGetValue("access_token", out Microsoft.Extensions.Primitives.StringValues token) ? token : default(string);
    }

    // Neither the token nor the body may reach a log by way of ToString.
    public override string ToString() => $"{Method} {Path}";
}
