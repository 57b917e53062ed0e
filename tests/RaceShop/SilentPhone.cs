using System.Globalization;
using System.Net;
using System.Text;

namespace WhatsCommerce.RaceShop;

/// <summary>WhatsApp, which takes every message and shows it to nobody: the customers of the race ask the shop itself.</summary>
internal sealed class SilentPhone : HttpMessageHandler
{
    private static long s_last;

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        string id = Interlocked.Increment(ref s_last).ToString(CultureInfo.InvariantCulture);
        return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK)
        {
            RequestMessage = request,
            Content = new StringContent(
                $$"""{"messaging_product":"whatsapp","contacts":[{"input":"1","wa_id":"1"}],"messages":[{"id":"wamid.race{{id}}"}]}""",
                Encoding.UTF8,
                "application/json"),
        });
    }
}
