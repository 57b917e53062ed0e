using WhatsCommerce.Messages;
using WhatsCommerce.Testing;

namespace WhatsCommerce.Emulator.Browser.Tests;

/// <summary>An afternoon in a shop: several customers, and a chat that shows much of what a business and a customer can send.</summary>
internal static class RichChat
{
    public static async Task PlayAsync(CloudApiEmulator cloud, ShopApp app, CancellationToken stop)
    {
        app.Greets = false;
        cloud.Templates.Add(
            """{"name":"order_ready","language":"en_US","category":"UTILITY","components":[{"type":"BODY","text":"It is ready."}]}""");
        EmulatedCustomer lena = cloud.Customer("+4915112345678", "Lena Vogel");
        await lena.SendTextAsync("Is the teapot fit for induction?", stop);
        await SendAsync("+4915112345678", Message.Text("Not this one, but every gas or electric hob.").Build());
        EmulatedCustomer hidden = cloud.Customer("US.13491208655302741918", "Noor");
        await hidden.SendTextAsync("When do you open tomorrow?", stop);
        EmulatedCustomer otto = cloud.Customer("+447700900123", "Otto Brandt");
        otto.App = CustomerApp.Android("2.20.1");
        await SendAsync("+447700900123", Message.Product(cloud.Catalog.Id, "lamp").Body("The lamp that you asked for").Build());

        EmulatedCustomer pablo = cloud.Customer("+16505551234", "Pablo Morales");
        await SendAsync("+16505551234", Message.Catalog()
            .Body("New this week: *ocean glaze*, wool socks and a lamp that is made to order.").Footer("Free delivery over $50").Thumbnail(
                "lamp").Build());
        app.Greets = true;
        await pablo.SendTextAsync("Good morning! I am looking for a present ☕", stop);
        app.Greets = false;
        ReceivedMessage greeting = pablo.Received[^1];
        await pablo.ReactAsync(greeting.Id, "👍", stop);
        await pablo.AskAboutAsync("mug-ocean", "Does it go into the dishwasher?", stop);
        await SendAsync("+16505551234", Message.ProductCarousel(cloud.Catalog.Id)
            .Body("These go well with it").Products("mug-sage", "honey-340g", "candle-cedar").Build());
        await pablo.SendCartAsync([("mug-ocean", 2), ("honey-340g", 1)], "Please wrap them as a gift", stop);
        await pablo.PressAsync(pablo.Received[^1].Id, "confirm", stop);
        await cloud.WhenDeliveredAsync(stop);

        // A rule that is broken shows in the traffic.
        using HttpClient http = new(new SocketsHttpHandler()) { BaseAddress = cloud.BaseAddress };
        http.DefaultRequestHeaders.Authorization = new("Bearer", cloud.Options.AccessToken);
        using StringContent wrong = new(
            """
            {"messaging_product":"whatsapp","to":"+16505551234","type":"interactive",
            "interactive":{"type":"button","body":{"text":"Shall we?"},
             "action":{"buttons":[{"type":"reply","reply":{"id":"yes","title":"Yes, with the greatest pleasure"}}]}}}
            """,
            System.Text.Encoding.UTF8,
            "application/json");
        using HttpResponseMessage refused =
            await http.PostAsync(new Uri($"v25.0/{cloud.Options.PhoneNumberId}/messages", UriKind.Relative), wrong, stop);

        Task SendAsync(Recipient to, OutboundMessage message) => app.Client.Messages.SendAsync(to, message, cancellationToken: stop);
    }
}
