using System.Net.Http.Headers;

namespace WhatsCommerce.Http;

/// <summary>A response that can be returned more than once.</summary>
internal sealed class ExchangeResponse
{
    private readonly HttpStatusCode _status;
    private readonly string? _reason;
    private readonly Version _version;
    private readonly KeyValuePair<string, string[]>[] _headers;
    private readonly KeyValuePair<string, string[]>[] _contentHeaders;
    private readonly byte[] _body;

    private ExchangeResponse(HttpResponseMessage response, byte[] body)
    {
        _status = response.StatusCode;
        _reason = response.ReasonPhrase;
        _version = response.Version;
        _headers = Copy(response.Headers);
        _contentHeaders = Copy(response.Content.Headers);
        _body = body;
    }

    /// <summary>Reads a response to its end.</summary>
    public static async Task<ExchangeResponse> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        await response.Content.LoadIntoBufferAsync(ResponseBody.MaxBytes, cancellationToken).ConfigureAwait(false);
        return new ExchangeResponse(response, await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false));
    }

    public HttpResponseMessage ToResponse(HttpRequestMessage request)
    {
        HttpResponseMessage response = new(_status)
        {
            ReasonPhrase = _reason,
            Version = _version,
            RequestMessage = request,
            Content = new ByteArrayContent(_body),
        };
        Add(_headers, response.Headers);
        Add(_contentHeaders, response.Content.Headers);
        return response;
    }

    private static KeyValuePair<string, string[]>[] Copy(HttpHeaders headers) =>
        [.. headers.NonValidated.Select(header => KeyValuePair.Create(header.Key, header.Value.ToArray()))];

    private static void Add(KeyValuePair<string, string[]>[] some, HttpHeaders headers)
    {
        foreach ((string name, string[] values) in some)
        {
            headers.TryAddWithoutValidation(name, values);
        }
    }
}
