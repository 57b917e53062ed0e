using Microsoft.Extensions.DependencyInjection;
using WhatsCommerce.Webhooks;
using WhatsCommerce.Webhooks.Json;

namespace WhatsCommerce.Tests.Processing;

/// <summary>Who gets a picture, a voice message or a place that asks about a product.</summary>
public sealed class ProductQuestionDispatchTests
{
    private const string Product =
        """ ,"context":{"from":"15550170101","id":"wamid.shown","referred_product":"""
            + """{"catalog_id":"318426097713355","product_retailer_id":"apple-1kg"}} """;

    private readonly List<(string Handler, WebhookEvent Event)> _calls = [];

    public static TheoryData<string, Type> Kinds() => new()
    {
        { "\"image\":{\"id\":\"7\",\"caption\":\"this one?\"}", typeof(ImageEvent) },
        { "\"video\":{\"id\":\"7\",\"caption\":\"this one?\"}", typeof(VideoEvent) },
        { "\"audio\":{\"id\":\"7\",\"voice\":true}", typeof(AudioEvent) },
        { "\"voice\":{\"id\":\"7\"}", typeof(AudioEvent) },
        { "\"document\":{\"id\":\"7\",\"caption\":\"this one?\"}", typeof(DocumentEvent) },
        { "\"sticker\":{\"id\":\"7\"}", typeof(StickerEvent) },
        { "\"location\":{\"latitude\":1,\"longitude\":2}", typeof(LocationEvent) },
        { "\"contacts\":[{\"vcard\":\"x\"}]", typeof(ContactsEvent) },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task ProcessAsync_NobodyTakesItsKind_ItIsAQuestionWithItsContent(string payload, Type kind)
    {
        await using Receiver receiver =
            new(webhooks => webhooks.Handle<ProductQuestionEvent>("questions", (question, _) => Note("questions", question)));

        await receiver.Deliver(Body(payload));

        ProductQuestionEvent question = Assert.IsType<ProductQuestionEvent>(Assert.Single(_calls).Event);
        Assert.Equal(("318426097713355", "apple-1kg"), (question.CatalogId.Value, question.RetailerId.Value));
        Assert.Equal(kind, question.Content!.GetType());
        Assert.Equal(question.Content as MediaEvent, question.Media);
        Assert.Equal(payload.Contains("caption", StringComparison.Ordinal) ? "this one?" : null, question.Text);
        Assert.Equal(
            (question.Content.Id, question.Content.Customer, question.Content.Timestamp, question.Content.Type, question.Content.RepliesTo),
            (question.Id, question.Customer, question.Timestamp, question.Type, question.RepliesTo));
        Assert.Equal(question.Content.ServiceWindowEndsAt, question.ServiceWindowEndsAt);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task ProcessAsync_SomebodyTakesItsKind_ItIsNoQuestion(string payload, Type kind)
    {
        await using Receiver receiver = new(webhooks => webhooks
            .Handle<ProductQuestionEvent>("questions", (question, _) => Note("questions", question))
            .Handle<MediaEvent>("media", (media, _) => Note("media", media))
            .Handle<LocationEvent>("places", (place, _) => Note("places", place))
            .AddHandler<CardHandler>("cards"));

        await receiver.Deliver(Body(payload));

        Assert.DoesNotContain(_calls, call => call.Handler == "questions");
        Assert.All(_calls, call => Assert.IsType(kind, call.Event));
        Assert.Equal(kind == typeof(ContactsEvent) ? 0 : 1, _calls.Count);
    }

    [Fact]
    public async Task ProcessAsync_HandlersOfAllMessagesAndEvents_GetItAsItCameBesideTheQuestion()
    {
        await using Receiver receiver = new(webhooks => webhooks
            .Handle<WebhookEvent>("audit", (e, _) => Note("audit", e))
            .Handle<ProductQuestionEvent>("questions", (question, _) => Note("questions", question))
            .Handle<MessageEvent>("inbox", (message, _) => Note("inbox", message)));

        WebhookResponse answer = await receiver.Deliver(Body("\"image\":{\"id\":\"7\"}"));
        await receiver.Deliver(Body("\"image\":{\"id\":\"7\"}"));

        Assert.Equal(200, answer.StatusCode);
        Assert.Equal(
            [("audit", typeof(ImageEvent)), ("questions", typeof(ProductQuestionEvent)), ("inbox", typeof(ImageEvent))],
            _calls.Select(call => (call.Handler, call.Event.GetType())));
    }

    [Fact]
    public async Task ProcessAsync_HandlerOfVideos_TakesNoPicture()
    {
        await using Receiver receiver = new(webhooks => webhooks
            .Handle<VideoEvent>("videos", (video, _) => Note("videos", video))
            .Handle<ProductQuestionEvent>("questions", (question, _) => Note("questions", question)));

        await receiver.Deliver(Body("\"image\":{\"id\":\"7\"}"));

        Assert.Equal("questions", Assert.Single(_calls).Handler);
    }

    [Theory]
    [InlineData("")]
    [InlineData(""" ,"context":{"id":"wamid.shown"} """)]
    [InlineData(""" ,"context":{"referred_product":{"catalog_id":"1","product_retailer_id":" "}} """)]
    public async Task ProcessAsync_PictureThatNamesNoProduct_IsNoQuestion(string context)
    {
        await using Receiver receiver =
            new(webhooks => webhooks.Handle<ProductQuestionEvent>("questions", (question, _) => Note("questions", question)));

        await receiver.Deliver(Body("\"image\":{\"id\":\"7\"}", context));

        Assert.Empty(_calls);
    }

    [Fact]
    public async Task ProcessAsync_QuestionFailsAndIsRunAgainAfterSomebodyTakesPictures_IsStillTheQuestion()
    {
        bool isMended = false;
        Action<WhatsCommerceWebhooksBuilder> add = webhooks => webhooks.Handle<ProductQuestionEvent>("questions", (question, _) =>
        {
            _calls.Add(("questions", question));
            return isMended ? Task.CompletedTask : throw new InvalidTimeZoneException("not yet");
        });
        DeadLetter letter;
        await using (Receiver receiver = new(add, options => options.MaxAttempts = 1))
        {
            await receiver.Deliver(Body("\"image\":{\"id\":\"7\",\"caption\":\"this one?\"}"));
            letter = Assert.Single(receiver.Letters.All);
        }

        isMended = true;
        await using Receiver later = new(webhooks =>
        {
            add(webhooks);
            webhooks.Handle<ImageEvent>("pictures", (image, _) => Note("pictures", image));
        });
        DeadLetterQueue office = later.Services.GetRequiredService<DeadLetterQueue>();
        ReplayResult result = await office.ReplayAsync(letter, TestContext.Current.CancellationToken);

        Assert.Equal(ReplayOutcome.Handled, result.Outcome);
        Assert.Equal(["questions", "questions"], _calls.Select(call => call.Handler));
        Assert.Equal(((ProductQuestionEvent)_calls[0].Event).Text, Assert.IsType<ProductQuestionEvent>(_calls[1].Event).Text);
        Assert.Equal(SingleDelivery.Write(_calls[0].Event), SingleDelivery.Write(_calls[1].Event));
    }

    [Fact]
    public void ToString_OfAQuestionWithAPicture_ShowsNothingThatTheCustomerSent()
    {
        ImageEvent image =
            Assert.IsType<ImageEvent>(Assert.Single(WebhookParser.Parse(Body("\"image\":{\"id\":\"7\",\"caption\":\"secret\"}")).Events));

        string text = ProductQuestionEvent.From(image)!.ToString();

        Assert.Contains("Content = ImageEvent", text, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", text, StringComparison.Ordinal);
    }

    private static byte[] Body(string payload, string context = Product) =>
        Bodies.Messages($$"""{"from":"16505550142","id":"wamid.question","timestamp":"1762426751",{{payload}}{{context}}}""").Bytes();

    private Task Note(string handler, WebhookEvent webhookEvent)
    {
        _calls.Add((handler, webhookEvent));
        return Task.CompletedTask;
    }

    private sealed class CardHandler : IWebhookHandler<ContactsEvent>, IWebhookHandler<ProductQuestionEvent>
    {
        public Task HandleAsync(ContactsEvent webhookEvent, CancellationToken cancellationToken) => Task.CompletedTask;

        public Task HandleAsync(ProductQuestionEvent webhookEvent, CancellationToken cancellationToken) =>
            throw new InvalidOperationException("It was a card.");
    }
}
