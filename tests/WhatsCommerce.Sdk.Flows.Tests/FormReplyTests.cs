using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.DependencyInjection;
using WhatsCommerce.Flows;
using WhatsCommerce.Messages;
using WhatsCommerce.Testing;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Tests;

/// <summary>A form from the message to the reply: the token leads back to what the form was sent for.</summary>
public sealed partial class FormReplyTests
{
    private static readonly TimeSpan OneDay = TimeSpan.FromDays(1);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Reply_OfACompletedFlow_BringsTheSignedTokenBack()
    {
        FlowTokenSigner tokens = new("a secret of the shop", "booking");
        await using FlowSite site = await FlowSite.StartAsync(request => tokens.TryRead(request.Token, out string? order)
            ? FlowResponse.Complete(request, JsonElement.Parse($$"""{"order":"{{order}}","slot":"9:00"}"""))
            : FlowResponse.RefuseToken("This form has expired."));
        await using CloudApiEmulator cloud = await CloudApiEmulator.StartAsync(cancellationToken: Token);
        await using ServiceProvider services = new ServiceCollection().AddWhatsCommerce(cloud.Configure).Services.BuildServiceProvider();
        WhatsCommerceClient client = services.GetRequiredService<WhatsCommerceClient>();
        await client.PhoneNumbers.SetPublicKeyAsync(FlowSite.Key.Public, Token);
        EmulatedCustomer pablo = cloud.Customer("+16505551234");
        await pablo.SendTextAsync("A table, please", Token);
        await client.Messages.SendAsync(
            pablo.PhoneNumber,
            Message.Flow("1234").Body("Choose a time").Button("Book").DataExchange().Token(tokens.Sign("order-17", OneDay)).Build(),
            cancellationToken: Token);
        ReceivedMessage form = await pablo.NextMessageAsync(cancellationToken: Token);
        FlowTestClient phone = site.Phone(cloud.Number.PublicKey);
        JsonElement parameters = form.Json.GetProperty("interactive").GetProperty("action").GetProperty("parameters");
        phone.Token = parameters.GetProperty("flow_token").GetString();

        FlowTestResponse done = await phone.OpenAsync(Token);
        JsonElement answers = done.Data.GetProperty("extension_message_response").GetProperty("params");
        await pablo.SubmitFormAsync(form.Id, answers, Token);

        Assert.Equal("SUCCESS", done.Screen);
        FormReply reply = new() { ResponseJson = answers.GetRawText() };
        Assert.True(tokens.TryRead(reply.FlowToken, out string? value));
        Assert.Equal("order-17", value);
        Assert.True(reply.TryGetData(ReplyJson.Default.Booking, out Booking? booking));
        Assert.Equal(new Booking("order-17", "9:00"), booking);
    }

    internal sealed record Booking(string Order, string Slot);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
    [JsonSerializable(typeof(Booking))]
    internal sealed partial class ReplyJson : JsonSerializerContext;
}
