using System.Globalization;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Http;
using WhatsCommerce.Testing;

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

    public async Task<IResult> AgainAsync(PageCall call)
    {
        string number = call.Path("number");
        if (FindRequest(number) is { } request)
        {
            Uri address = new(cloud.BaseAddress, request.Path.TrimStart('/') + request.Query);
            using HttpRequestMessage again = new(new HttpMethod(request.Method), address);
            again.Headers.Authorization = new AuthenticationHeaderValue("Bearer", cloud.Options.AccessToken);
            if (request.Body.Length > 0)
            {
                again.Content = new ReadOnlyMemoryContent(request.Body);
                again.Content.Headers.TryAddWithoutValidation("Content-Type", request.ContentType);
            }

            try
            {
                using HttpResponseMessage response = await Http.SendAsync(again, call.Aborted).ConfigureAwait(false);
            }
            catch (HttpRequestException)
            {
                // A cut connection is an answer too; it is shown in the traffic.
            }
        }
        else if (FindDelivery(number) is { } delivery)
        {
            _ = cloud.RedeliverAsync(delivery, CancellationToken.None);
        }
        else
        {
            throw Gone(number);
        }

        return PageCall.Done;
    }

    private RecordedRequest? FindRequest(string number) =>
        cloud.Requests.FirstOrDefault(request => request.Number.ToString(CultureInfo.InvariantCulture) == number);

    private RecordedDelivery? FindDelivery(string number) =>
        cloud.Deliveries.FirstOrDefault(delivery => delivery.Number.ToString(CultureInfo.InvariantCulture) == number);

    private static PageProblemException Gone(string number) => PageProblemException.NotFound($"request or webhook {number} any more");
}
