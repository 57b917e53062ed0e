using WhatsCommerce.Templates;

namespace WhatsCommerce.Sdk.Tests.Templates;

/// <summary>Each limit: what reaches it is built, what goes over it by one is not.</summary>
public class TemplateLimitTests
{
    // Of each limit: how to build with so many, the limit, the path, the rule.
    private static readonly Dictionary<string, (Func<int, Attempt> Build, int Limit, string Path, ViolationRule Rule)> Limits = new()
    {
        ["Name"] = (n => Try(Template.Catalog(A(n), "en").Body("Hi.")), 512, "name", ViolationRule.MaxLength),
        ["HeaderText"] = (n =>
            Try(Template.Utility("t", "en").Header(A(n)).Body("Hi.")), 60, "components[0].text", ViolationRule.MaxLength),
        ["HeaderVariables"] = (n =>
            Try(Template.Utility("t", "en").Header(Numbered(n), Examples(n)).Body("Hi.")), 1, "components[0].text", ViolationRule.MaxCount),
        ["Body"] = (n => Try(Template.Catalog("t", "en").Body(A(n))), 1024, "components[0].text", ViolationRule.MaxLength),
        ["OfferBody"] = (n =>
            Try(Template.LimitedTimeOffer("t", "en", "Now").Body(A(n))), 600, "components[1].text", ViolationRule.MaxLength),
        ["ProductBody"] = (n => Try(Template.Product("t", "en").Body(A(n))), 160, "components[1].text", ViolationRule.MaxLength),
        ["Footer"] = (n => Try(Template.Catalog("t", "en").Body("Hi.").Footer(A(n))), 60, "components[1].text", ViolationRule.MaxLength),
        ["Buttons"] = (n => Try(Times(
            n,
            Template.Utility("t", "en").Body("Hi."),
            (b, i) => b.QuickReplyButton($"Reply {i}"))), 10, "components[1].buttons", ViolationRule.MaxCount),
        ["UrlButtons"] = (n => Try(Times(
            n,
            Template.Utility("t", "en").Body("Hi."),
            (b, i) => b.UrlButton("Go", $"https://a.example/{i}"))), 2, "components[1].buttons", ViolationRule.MaxCount),
        ["PhoneButtons"] = (n => Try(Times(
            n,
            Template.Utility("t", "en").Body("Hi."),
            (b, _) => b.PhoneButton("Call", "+1"))), 1, "components[1].buttons", ViolationRule.MaxCount),
        ["CopyCodeButtons"] = (n => Try(Times(
            n,
            Template.Coupon("t", "en").Body("Hi."),
            (b, _) => b.CopyCodeButton("A"))), 1, "components[1].buttons", ViolationRule.MaxCount),
        ["ButtonText"] = (n =>
            Try(Template.Catalog("t", "en").Body("Hi.").ButtonText(A(n))), 25, "components[1].buttons[0].text", ViolationRule.MaxLength),
        ["Url"] = (n => Try(Template.Utility("t", "en")
            .Body("Hi.")
            .UrlButton("Go", $"https://a.example/{A(n - 18)}")), 2000, "components[1].buttons[0].url", ViolationRule.MaxLength),
        ["PhoneNumber"] = (n => Try(Template.Utility("t", "en")
            .Body("Hi.")
            .PhoneButton("Go", new string('1', n))), 20, "components[1].buttons[0].phone_number", ViolationRule.MaxLength),
        ["CouponCode"] = (n => Try(
            Template.Coupon("t", "en").Body("Hi.").CopyCodeButton(A(n))), 20, "components[1].buttons[0].example", ViolationRule.MaxLength),
        ["OfferCouponCode"] = (n => Try(Template.LimitedTimeOffer("t", "en", "Now")
            .Body("Hi.")
            .CopyCodeButton(A(n))), 15, "components[2].buttons[0].example", ViolationRule.MaxLength),
        ["OfferText"] = (n => Try(
            Template.LimitedTimeOffer("t", "en", A(n)).Body("Hi.")), 16, "components[0].limited_time_offer.text", ViolationRule.MaxLength),
        ["CarouselCards"] = (n => Try(Times(
            n,
            Template.MediaCarousel("t", "en").Body("Hi."),
            (b, _) => b.Card(card => card.Image("4::a").QuickReplyButton("More")))), 10, "components[1].cards", ViolationRule.MaxCount),
        ["CardBody"] = (n =>
            Try(Cards(card => card.Body(A(n)))), 160, "components[1].cards[0].components[1].text", ViolationRule.MaxLength),
        ["CardButtons"] = (n => Try(Cards(card => Enumerable.Range(0, n).ToList().ForEach(
            i => card.QuickReplyButton($"Reply {i}")))), 2, "components[1].cards[0].components[1].buttons", ViolationRule.MaxCount),
        ["CodeMinutes"] = (n =>
            Try(Template.Authentication("t", "en").CodeExpiration(n)), 90, "components[1].code_expiration_minutes", ViolationRule.Range),
    };

    public static TheoryData<string> Names => [.. Limits.Keys];

    [Theory, MemberData(nameof(Names))]
    public void Build_AtTheLimit_IsBuilt(string name)
    {
        (Func<int, Attempt> build, int limit, _, _) = Limits[name];

        Assert.Empty(build(limit).Violations);
    }

    [Theory, MemberData(nameof(Names))]
    public void Build_OverTheLimit_NamesPathRuleLimitAndFound(string name)
    {
        (Func<int, Attempt> build, int limit, string path, ViolationRule rule) = Limits[name];

        Attempt attempt = build(limit + 1);

        Assert.Contains(
            (path, rule, limit, limit + 1),
            attempt.Violations.Select(violation => (violation.Path, violation.Rule, violation.Limit ?? -1, violation.Found ?? -1)));
    }

    [Theory, MemberData(nameof(Constants))]
    public void Limits_EveryOneThatIsChecked_IsTheOneThatIsTold(string name, int value) => Assert.Equal(value, Limits[name].Limit);

    public static TheoryData<string, int> Constants =>
    [
        .. typeof(TemplateLimits)
            .GetProperties()
            .Where(limit => Limits.ContainsKey(limit.Name))
            .Select(limit => (limit.Name, (int)limit.GetValue(null)!)),
    ];

    [Fact]
    public void Build_OneCard_IsTooFew()
    {
        Template.MediaCarousel("t", "en")
            .Body("Hi.")
            .Card(card => card.Image("4::a").QuickReplyButton("More"))
            .TryBuild(out _, out IReadOnlyList<Violation> violations);

        Violation violation = Assert.Single(violations);
        Assert.Equal(
            ("components[1].cards", ViolationRule.MinCount, 2, 1), (violation.Path, violation.Rule, violation.Limit, violation.Found));
    }

    [Fact]
    public void Build_LengthOfEmoji_CountsScalarValues()
    {
        Assert.True(Template.Catalog("t", "en").Body(string.Concat(Enumerable.Repeat("🍎", 1024))).TryBuild(out _, out _));
        Assert.False(Template.Catalog("t", "en").Body(string.Concat(Enumerable.Repeat("🍎", 1025))).TryBuild(out _, out _));
    }

    private static string A(int length) => new('a', length);

    private static string Numbered(int count) => string.Join(" and ", Enumerable.Range(1, count).Select(i => $"{{{{{i}}}}}"));

    private static TemplateExample[] Examples(int count) => [.. Enumerable.Repeat<TemplateExample>("x", count)];

    private static TBuilder Times<TBuilder>(int count, TBuilder builder, Action<TBuilder, int> add)
    {
        for (int i = 0; i < count; i++)
        {
            add(builder, i);
        }

        return builder;
    }

    private static MediaCarouselTemplateBuilder Cards(Action<MediaCardTemplateBuilder> fill)
    {
        void Card(MediaCardTemplateBuilder card) => fill(card.Image("4::a"));
        return Template.MediaCarousel("t", "en").Body("Hi.").Card(Card).Card(Card);
    }

    private static Attempt Try<TBuilder>(TemplateBuilder<TBuilder> builder)
        where TBuilder : TemplateBuilder<TBuilder>
    {
        builder.TryBuild(out _, out IReadOnlyList<Violation> violations);
        return new Attempt(violations);
    }

    private sealed record Attempt(IReadOnlyList<Violation> Violations);
}
