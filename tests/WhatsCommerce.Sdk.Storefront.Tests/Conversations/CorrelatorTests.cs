using WhatsCommerce.Storefronts;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Sdk.Storefront.Tests.Conversations;

/// <summary>Which product a reply is about.</summary>
public sealed class CorrelatorTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly ShownProduct Mug = new() { RetailerId = "mug", Name = "Mug Ocean", Price = new Money(12.50m, "USD") };
    private static readonly ShownProduct Lamp = new() { RetailerId = "lamp", Name = "Lamp Sage", Price = new Money(40m, "USD") };

    [Fact]
    public void Decide_ManyConversations_NoWrongProductAndFewNotKnown()
    {
        int conversations = Repetitions.Of(few: 1_000, all: 10_000);
        List<string> wrong = [];
        List<string> missed = [];
        int decidable = 0;
        int notKnown = 0;
        for (int seed = 1; seed <= conversations; seed++)
        {
            SimulatedTalk talk = new(seed);
            talk.Run();
            wrong.AddRange(talk.Wrong);
            missed.AddRange(talk.Missed);
            decidable += talk.Decidable;
            notKnown += talk.NotKnown;
        }

        string report = $"{wrong.Count} wrong, {notKnown} of {decidable} not known.\n"
            + string.Join('\n', wrong.Concat(missed).GroupBy(line => line[..Math.Min(line.Length, 60)])
                .OrderByDescending(group => group.Count()).Take(40).Select(group => $"{group.Count()} x {group.First()}"));
        TestContext.Current.TestOutputHelper?.WriteLine(report);
        Assert.True(wrong.Count == 0 && notKnown * 20 <= decidable, report);
    }

    [Fact]
    public void Decide_MessageThatNamesAProduct_IsAboutIt()
    {
        AboutProduct? about = Correlator.Decide(Text("?") with { RetailerId = "mug" }, Noon, quoted: null, [Shows(Mug)]);

        Assert.Equal(("mug", "Mug Ocean", AboutReason.Named), (about?.RetailerId.Value, about?.Name, about!.Reason));
    }

    [Fact]
    public void Decide_QuoteOfAnEarlierProduct_IsAboutThatAndNotTheLatest()
    {
        ConversationEntry first = Shows(Mug);

        AboutProduct? about = Correlator.Decide(Text("is it blue?") with { RepliesTo = first.Id }, Noon, first, [Shows(Lamp), first]);

        Assert.Equal(("mug", AboutReason.Quoted), (about?.RetailerId.Value, about!.Reason));
    }

    [Theory]
    [InlineData("is the sage one available?", "lamp")]
    [InlineData("the 12.50 one", "mug")]
    [InlineData("el segundo por favor", "lamp")]
    [InlineData("the first one", "mug")]
    public void Decide_WordsThatFitOneOfSeveral_ChooseIt(string text, string expected) =>
        Assert.Equal(expected, Correlator.Decide(Text(text), Noon, quoted: null, [Shows(Mug, Lamp)])?.RetailerId.Value);

    [Theory]
    [InlineData("how much is it?")]
    [InlineData("mug or lamp?")]
    [InlineData("thank you")]
    [InlineData("my first order was great")]
    public void Decide_SeveralThatMayBeMeant_DecidesNothing(string text) =>
        Assert.Null(Correlator.Decide(Text(text), Noon, quoted: null, [Shows(Mug, Lamp)]));

    [Theory]
    [InlineData("thank you")]
    [InlineData("do you have rugs?")]
    [InlineData("another mug in a bigger size")]
    public void Decide_NoQuestionAboutTheOnlyProduct_DecidesNothing(string text) =>
        Assert.Null(Correlator.Decide(Text(text), Noon, quoted: null, [Shows(Mug)]));

    [Fact]
    public void Decide_ProductOfTheLastMoment_IsNotTakenForTheOneTalkedAbout()
    {
        ConversationEntry asked = Shows() with
        {
            Author = ConversationAuthor.Customer,
            About = new AboutProduct { RetailerId = "mug", Reason = AboutReason.ShownLast },
        };
        ConversationEntry crossing = Shows(Lamp) with { At = Noon.AddSeconds(-1) };

        Assert.Null(Correlator.Decide(Text("is it washable?"), Noon, quoted: null, [crossing, asked, Shows(Mug)]));
    }

    [Fact]
    public void Decide_MessageThatFailed_ShowedNothing() => Assert.Null(
        Correlator.Decide(Text("how much is it?"), Noon, quoted: null, [Shows(Mug) with { Status = "failed" }]));

    private static InboundMessage Text(string text) => new() { Id = "wamid.in", Kind = InboundMessageKind.Text, Text = text };

    private static ConversationEntry Shows(params ShownProduct[] products) => new()
    {
        ShopId = "shop",
        Id = $"wamid.{string.Join('.', products.Select(product => product.RetailerId))}",
        Customer = new CustomerKey("pablo"),
        Kind = ConversationEntryKind.Message,
        Author = ConversationAuthor.Storefront,
        At = Noon.AddMinutes(-1),
        Type = "product_list",
        Products = products,
    };
}
