using System.Net.Http.Headers;
using Microsoft.AspNetCore.WebUtilities;

namespace WhatsCommerce.Testing;

/// <summary>A completely received request.</summary>
internal sealed record ApiRequest(string Method, string Path, string? Token, byte[] Body)
{
    // Meta's page about resumable uploads uses the second one.
    private static readonly string[] Schemes = ["Bearer ", "OAuth "];

    /// <summary>The offset of the body in the file, for resumable uploads.</summary>
    public string? FileOffset { get; private init; }

    /// <summary>Whether the connection was closed before the body was complete, in which case there is no response.</summary>
    public bool IsCutOff { get; private init; }

    /// <summary>The media type of the body with its parameters; empty when the request has none.</summary>
    public string ContentType { get; private init; } = "";

    /// <summary>Whether the content type is JSON.</summary>
    public bool IsJson { get; private init; }

    /// <summary>The origin of the request's URL, such as <c>http://127.0.0.1:5000</c>, with which paging links begin.</summary>
    public string Origin { get; private init; } = "";

    /// <summary>The query parameters. The last one of duplicates counts.</summary>
    public IReadOnlyDictionary<string, string> Query { get; private init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The text fields of a form or multipart body.</summary>
    public IReadOnlyDictionary<string, string> Parts { get; private init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The file of a multipart body.</summary>
    public FilePart? File { get; private init; }

    /// <summary>Canceled when the client disconnects or the server stops.</summary>
    public CancellationToken Aborted { get; private init; }

    /// <summary>Creates a request of a batch, with the same token unless it has its own.</summary>
    public ApiRequest Within(
        string method,
        string path,
        IReadOnlyDictionary<string, string> query,
        byte[] body,
        IReadOnlyDictionary<string, string> parts,
        bool isJson) => this with
        {
            Method = method,
            Path = path,
            Token = query.GetValueOrDefault(FormBody.Token) ?? parts.GetValueOrDefault(FormBody.Token) ?? Token,
            Body = body,
            Parts = parts,
            Query = query,
            IsJson = isJson,
            File = null,
            ContentType = isJson ? "application/json" : "",
        };

    /// <summary>The token of a request from the header or, like Graph, from the query.</summary>
    public static string? TokenOf(HttpRequest request)
    {
        string? header = request.Headers.Authorization;
        return header is not null
            && Array.Find(Schemes, scheme => header.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)) is { } scheme
            ? header[scheme.Length..].Trim()
            : request.Query.TryGetValue(FormBody.Token, out Microsoft.Extensions.Primitives.StringValues token) ? token : default(string);
    }

    /// <summary>Whether it continues a resumable upload, which keeps received bytes even if the connection is closed.</summary>
    public static bool IsPartOfUpload(HttpRequest request) => HttpMethods.IsPost(request.Method)
        && request.Path.Value?.Contains("/upload:", StringComparison.Ordinal) is true;

    public static async ValueTask<ApiRequest> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (IsPartOfUpload(request))
        {
            return await ReadPartAsync(request, cancellationToken).ConfigureAwait(false);
        }

        byte[] body = await ReadBodyAsync(request, cancellationToken).ConfigureAwait(false);
        (Dictionary<string, string> parts, FilePart? file) =
            await ReadPartsAsync(request.ContentType, body, cancellationToken).ConfigureAwait(false);
        bool isJson = request.HasJsonContentType();
        string? token = TokenOf(request) ?? parts.GetValueOrDefault(FormBody.Token) ?? (isJson ? FormBody.TokenOf(body) : null);
        return new(request.Method, request.Path.Value ?? "/", token, body)
        {
            Aborted = cancellationToken,
            Parts = parts,
            File = file,
            ContentType = request.ContentType ?? "",
            IsJson = isJson,
            Origin = $"{request.Scheme}://{request.Host}",
            Query = request.Query.ToDictionary(item => item.Key, item => item.Value[^1] ?? "", StringComparer.Ordinal),
        };
    }

    private static async ValueTask<(Dictionary<string, string> Texts, FilePart? File)> ReadPartsAsync(
        string? contentType, byte[] body, CancellationToken cancellationToken)
    {
        Dictionary<string, string> texts = new(StringComparer.Ordinal);
        FilePart? file = null;
        if (!MediaTypeHeaderValue.TryParse(contentType, out MediaTypeHeaderValue? type))
        {
            return (texts, file);
        }

        if (string.Equals(type.MediaType, "application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase))
        {
            foreach ((string name, Microsoft.Extensions.Primitives.StringValues values) in
                QueryHelpers.ParseQuery(Encoding.UTF8.GetString(body)))
            {
                texts[name] = values[^1] ?? "";
            }

            return (texts, file);
        }

        if (!string.Equals(type.MediaType, "multipart/form-data", StringComparison.OrdinalIgnoreCase)
            || type.Parameters.FirstOrDefault(parameter => parameter.Name == "boundary")?.Value?.Trim('"') is not { Length: > 0 } boundary)
        {
            return (texts, file);
        }

        try
        {
            using MemoryStream stream = new(body);
            MultipartReader reader = new(boundary, stream);
            while (await reader.ReadNextSectionAsync(cancellationToken).ConfigureAwait(false) is { } section)
            {
                // A part is read to determine its length; its content is already in the body.
                int start = (int)section.BaseStreamOffset!.Value;
                await section.Body.CopyToAsync(Stream.Null, cancellationToken).ConfigureAwait(false);
                ReadOnlyMemory<byte> content = body.AsMemory(start, (int)section.Body.Length);
                if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out ContentDispositionHeaderValue? part))
                {
                    continue;
                }

                if (part.FileName is { } fileName)
                {
                    file = new(content, section.ContentType, fileName.Trim('"'));
                }
                else if (part.Name is { } name)
                {
                    texts[name.Trim('"')] = Encoding.UTF8.GetString(content.Span);
                }
            }
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException)
        {
            // Incomplete parts are ignored; the endpoint reports missing ones.
        }

        return (texts, file);
    }

    private static async ValueTask<ApiRequest> ReadPartAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using MemoryStream body = new();
        bool isCutOff = false;
        try
        {
            await request.Body.CopyToAsync(body, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException
            && exception is not BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge })
        {
            isCutOff = true;
        }

        return new(request.Method, request.Path.Value ?? "/", TokenOf(request), body.ToArray())
        {
            Aborted = cancellationToken,
            FileOffset = request.Headers["file_offset"],
            IsCutOff = isCutOff,
            ContentType = request.ContentType ?? "",
            Origin = $"{request.Scheme}://{request.Host}",
            Query = request.Query.ToDictionary(item => item.Key, item => item.Value[^1] ?? "", StringComparer.Ordinal),
        };
    }

    // Reads the body into one array of its size, because growing an array copies megabytes.
    private static async ValueTask<byte[]> ReadBodyAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength is { } length && length <= ApiServer.MaxUploadBytes)
        {
            byte[] exact = GC.AllocateUninitializedArray<byte>((int)length);
            await request.Body.ReadExactlyAsync(exact, cancellationToken).ConfigureAwait(false);
            return exact;
        }

        using MemoryStream body = new();
        await request.Body.CopyToAsync(body, cancellationToken).ConfigureAwait(false);
        return body.ToArray();
    }

    // Neither the token nor the body may be logged through ToString.
    public override string ToString() => $"{Method} {Path}";
}
