using Microsoft.AspNetCore.Http;

namespace WhatsCommerce.Testing.Api;

/// <summary>A request as it came, read to its end.</summary>
internal sealed record ApiRequest(string Method, string Path, string? Token, bool IsJson, byte[] Body)
{
    public static async ValueTask<ApiRequest> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using MemoryStream body = new();
        await request.Body.CopyToAsync(body, cancellationToken).ConfigureAwait(false);
        return new(request.Method, request.Path.Value ?? "/", TokenOf(request), request.HasJsonContentType(), body.ToArray());
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
