using System.Net.Http.Headers;
using Microsoft.AspNetCore.WebUtilities;

namespace WhatsCommerce.Testing;

/// <summary>A request as it came, read to its end.</summary>
internal sealed record ApiRequest(string Method, string Path, string? Token, byte[] Body)
{
    // The second one is what Meta's page of resumable uploads writes.
    private static readonly string[] Schemes = ["Bearer ", "OAuth "];

    /// <summary>Where in its file the body begins, for resumable uploads.</summary>
    public string? FileOffset { get; private init; }

    /// <summary>Whether the connection broke before the body was whole; it is not answered then.</summary>
    public bool IsCutOff { get; private init; }

    /// <summary>The media type of the body with its parameters; empty when the request names none.</summary>
    public string ContentType { get; private init; } = "";

    /// <summary>Whether the body says that it is JSON.</summary>
    public bool IsJson { get; private init; }

    /// <summary>Where the request came to, such as <c>http://127.0.0.1:5000</c>: links to further pages begin with it.</summary>
    public string Origin { get; private init; } = "";

    /// <summary>The parameters of the query. Of a name that comes twice the last one counts.</summary>
    public IReadOnlyDictionary<string, string> Query { get; private init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The texts of a form, or of a body of several parts.</summary>
    public IReadOnlyDictionary<string, string> Parts { get; private init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The file of a body of several parts.</summary>
    public FilePart? File { get; private init; }

    /// <summary>Tells that the client has gone, or the server stops.</summary>
    public CancellationToken Aborted { get; private init; }

    /// <summary>A request that stands within this one, with the same token unless it has one of its own.</summary>
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

    /// <summary>The token of a request without its body: in the header, or in the query as Graph also takes it.</summary>
    public static string? TokenOf(HttpRequest request)
    {
        string? header = request.Headers.Authorization;
        return header is not null
            && Array.Find(Schemes, scheme => header.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)) is { } scheme
            ? header[scheme.Length..].Trim()
            : request.Query.TryGetValue(FormBody.Token, out Microsoft.Extensions.Primitives.StringValues token) ? token : default(string);
    }

    /// <summary>Whether it goes on with a resumable upload: what arrives of its body counts, also when the connection breaks.</summary>
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
                // A part is read to its end to learn how long it is; what it holds lies in the body already.
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
            // Parts that end too early are not there; what the endpoint misses it says.
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

    // A body of many items is read into one array of its size: growing one doubles and copies megabytes.
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

    // Neither the token nor the body may reach a log by way of ToString.
    public override string ToString() => $"{Method} {Path}";
}
