using System.Net;
using System.Text;

namespace WhatsCommerce.Sdk.Tests.Http;

/// <summary>A Graph API of prepared answers, that takes each request whole before it answers. The last answer is given for ever.</summary>
internal sealed class StubMeta(params Func<HttpRequestMessage, HttpResponseMessage>[] answers) : HttpMessageHandler
{
    public const string Accepted = """{"messages":[{"id":"wamid.abc"}]}""";

    private readonly List<Request> _requests = [];

    public StubMeta(params HttpResponseMessage[] answers)
        : this([.. answers.Select(Copier)])
    {
    }

    /// <summary>Every request that came.</summary>
    public IReadOnlyList<Request> Requests
    {
        get
        {
            lock (_requests)
            {
                return [.. _requests];
            }
        }
    }

    /// <summary>Waited for before each answer.</summary>
    public Func<CancellationToken, Task> Before { get; init; } = _ => Task.CompletedTask;

    /// <summary>A message that is accepted.</summary>
    public static HttpResponseMessage Ok(string json = Accepted) => Answer(HttpStatusCode.OK, json);

    /// <summary>An error with a code.</summary>
    public static HttpResponseMessage Error(int code, int status = 400, params (string Name, string Value)[] headers) =>
        Answer(
            (HttpStatusCode)status,
            $$$"""{"error":{"message":"(#{{{code}}}) No","type":"OAuthException","code":{{{code}}},"fbtrace_id":"Atrace"}}""",
            headers);

    /// <summary>Any answer.</summary>
    public static HttpResponseMessage Answer(HttpStatusCode status, string body, params (string Name, string Value)[] headers)
    {
        HttpResponseMessage response = new(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        foreach ((string name, string value) in headers)
        {
            response.Headers.TryAddWithoutValidation(name, value);
        }

        return response;
    }

    /// <summary>No answer: the connection breaks once the request was written.</summary>
    public static HttpResponseMessage Cut(HttpRequestMessage request) =>
        throw new HttpRequestException(HttpRequestError.ResponseEnded, "The response ended.");

    // Whoever gets an answer disposes it, and one that is given for ever is given many times.
    private static Func<HttpRequestMessage, HttpResponseMessage> Copier(HttpResponseMessage answer)
    {
        using MemoryStream body = new();
        answer.Content.CopyTo(body, null, CancellationToken.None);
        byte[] bytes = body.ToArray();
        return _ =>
        {
            HttpResponseMessage copy = new(answer.StatusCode) { Content = new ByteArrayContent(bytes) };
            foreach ((string name, IEnumerable<string> values) in answer.Headers)
            {
                copy.Headers.TryAddWithoutValidation(name, values);
            }

            copy.Content.Headers.ContentType = answer.Content.Headers.ContentType;
            return copy;
        };
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // Reading it is what writing it to a connection is.
        string body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        int number;
        lock (_requests)
        {
            _requests.Add(new Request(request.Method, request.RequestUri!, request.Headers.Authorization?.Parameter, body));
            number = _requests.Count;
        }

        await Before(cancellationToken);
        return answers[Math.Min(number, answers.Length) - 1](request);
    }

    /// <summary>A request as it came.</summary>
    internal sealed record Request(HttpMethod Method, Uri Uri, string? Token, string Body);
}
