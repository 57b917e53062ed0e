using System.Net.Http.Headers;
using System.Text;

namespace WhatsCommerce.Emulator;

/// <summary>The routes of requests and webhooks: listing them, and repeating them.</summary>
internal sealed class TrafficRoutes(CloudApiEmulator cloud)
{
    private static readonly HttpClient Http =
        new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false });

    public IResult List(PageCall call) => TypedResults.Json(TrafficJson.Of(cloud, call.Number("since", 0)), PageJson.Default.TrafficJson);

    public IResult Clear()
    {
        cloud.ClearTraffic();
        return PageCall.Done;
    }

    public IResult Details(PageCall call) => TypedResults.Json(
        call.Path("number") is var number && FindRequest(number) is { } request ? TrafficDetailsJson.Of(cloud, request)
        : FindDelivery(number) is { } delivery ? TrafficDetailsJson.Of(cloud, delivery)
        : throw Gone(number),
        PageJson.Default.TrafficDetailsJson);

    /// <summary>Sends a request or a webhook once more: as it was, or with the body that somebody has edited.</summary>
    public async Task<IResult> AgainAsync(PageCall call)
    {
        string number = call.Path("number");
        byte[]? edited = call.Body(PageJson.Default.AgainJson).Body is { } body ? Encoding.UTF8.GetBytes(body) : null;
        if (FindRequest(number) is { } request)
        {
            int? status = await SendAsync(request, edited ?? request.Body, call.Aborted).ConfigureAwait(false);
            return TypedResults.Json(new(status), PageJson.Default.SentJson);
        }

        RecordedDelivery delivery = FindDelivery(number) ?? throw Gone(number);
        Task sending = edited is null
            ? cloud.RedeliverAsync(delivery, CancellationToken.None)
            : cloud.RedeliverAsync(delivery, edited, CancellationToken.None);

        // The response does not wait for the callback; errors that prevent sending are reported immediately.
        return sending.IsFaulted
            ? throw new PageProblemException(sending.Exception.InnerException!.Message)
            : TypedResults.Json(new(null), PageJson.Default.SentJson);
    }

    // Null when the connection was closed without a response, which the traffic shows.
    private async Task<int?> SendAsync(RecordedRequest request, ReadOnlyMemory<byte> body, CancellationToken aborted)
    {
        using HttpRequestMessage again = new(
            new HttpMethod(request.Method), new Uri(cloud.BaseAddress, request.Path.TrimStart('/') + request.Query));
        again.Headers.Authorization = new AuthenticationHeaderValue("Bearer", cloud.Options.AccessToken);
        if (body.Length > 0)
        {
            again.Content = new ReadOnlyMemoryContent(body);
            again.Content.Headers.TryAddWithoutValidation("Content-Type", request.ContentType);
        }

        try
        {
            using HttpResponseMessage response = await Http.SendAsync(again, aborted).ConfigureAwait(false);
            return (int)response.StatusCode;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    private RecordedRequest? FindRequest(string number) =>
        cloud.Requests.FirstOrDefault(request => request.Number.ToString(CultureInfo.InvariantCulture) == number);

    private RecordedDelivery? FindDelivery(string number) =>
        cloud.Deliveries.FirstOrDefault(delivery => delivery.Number.ToString(CultureInfo.InvariantCulture) == number);

    private static PageProblemException Gone(string number) => PageProblemException.NotFound($"request or webhook {number} any more");
}
