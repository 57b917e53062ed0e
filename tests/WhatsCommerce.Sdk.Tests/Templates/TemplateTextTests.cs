using WhatsCommerce.Templates;

namespace WhatsCommerce.Sdk.Tests.Templates;

/// <summary>What Meta takes in the body of a template only: line breaks, emoji and formatting.</summary>
public class TemplateTextTests
{
    public static TheoryData<string> Unwanted =>
    [
        "Fresh\ntoday", "Fresh\r\ntoday", "Fresh\u2028today", "Fresh 🍎", "Fresh ⭐", "Yes ✅", "I ❤️ apples", "1️⃣ first", "🇲🇽 today",
        "*Fresh* today", "the _freshest_", "~5~ 4 dollars", "```code```", "`code`", "(*fresh*)", "*fresh today*",
    ];

    public static TheoryData<string> Plain =>
    [
        "Fresh today", "Acme® & Co™", "5 × 4 = 20", "snake_case_word", "a_b", "~5 minutes", "Café – jeden Tag…", "¿Listo?", "今日のおすすめ",
        "✓ checked", "→ more", "1st & 2nd",
    ];

    [Theory, MemberData(nameof(Unwanted))]
    public void Build_LabelHeaderOrFooterThatIsNotPlain_IsToldAtEachPlace(string text)
    {
        IReadOnlyList<Violation> violations = Violations(text);

        Assert.Equal(
            [
                ("components[0].text", ViolationRule.NotAllowed),
                ("components[2].text", ViolationRule.NotAllowed),
                ("components[3].buttons[0].text", ViolationRule.NotAllowed)],
            violations.Select(violation => (violation.Path, violation.Rule)));
        Assert.Contains("2388047", violations[0].Message, StringComparison.Ordinal);
        Assert.Contains("2388073", violations[1].Message, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Plain))]
    public void Build_PlainText_IsTaken(string text) => Assert.Empty(Violations(text));

    [Theory, MemberData(nameof(Unwanted))]
    public void Build_BodyThatIsNotPlain_IsTaken(string text) => Assert.True(Template.Utility("t", "en").Body(text).TryBuild(out _, out _));

    [Fact]
    public void Build_SingleAsterisk_IsRefusedInHeadersOnly() =>
        Assert.Equal(["components[0].text"], Violations("Fresh* today").Select(violation => violation.Path));

    [Fact]
    public void Build_NamedVariableInHeader_IsNoFormatting() =>
        Assert.True(Template.Utility("t", "en")
            .Header("For {{first_name}} {{", ("first_name", "Ana"))
            .Body("Hi")
            .TryBuild(out _, out _) is false
            && Template.Utility("t", "en").Header("For {{first_name}}", ("first_name", "Ana")).Body("Hi").TryBuild(out _, out _));

    [Theory]
    [InlineData("Yes {{1}}")]
    [InlineData("{{name}}")]
    public void Build_LabelWithVariable_IsTold(string text)
    {
        Template.Utility("t", "en").Body("Hi").QuickReplyButton(text).TryBuild(out _, out IReadOnlyList<Violation> violations);

        Violation violation = Assert.Single(violations);
        Assert.Equal(("components[1].buttons[0].text", ViolationRule.NotAllowed), (violation.Path, violation.Rule));
    }

    [Theory]
    [InlineData("https://shop.example/apple.jpg", "an address")]
    [InlineData("1013859600285441", "the id of a file")]
    [InlineData("apple.jpg", "the name of a file")]
    [InlineData("data:image/png;base64,iVBO", "the content of a file")]
    [InlineData("upload:MTphdHRhY2htZW50", "upload session")]
    public void Build_HeaderSampleThatIsNoHandle_SaysWhatItIs(string sample, string said)
    {
        Template.Utility("t", "en").ImageHeader(sample).Body("Hi").TryBuild(out _, out IReadOnlyList<Violation> violations);

        Violation violation = Assert.Single(violations);
        Assert.Equal("components[0].example.header_handle", violation.Path);
        Assert.Contains(said, violation.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Build_HeaderSampleThatIsAHandle_IsTaken() =>
        Assert.True(Template.Utility("t", "en").ImageHeader("4::aW1hZ2UvcG5n:ARbCdEf/gH").Body("Hi").TryBuild(out _, out _));

    private static IReadOnlyList<Violation> Violations(string text)
    {
        Template.Utility("t", "en")
            .Header(text)
            .Body("Hi")
            .Footer(text)
            .QuickReplyButton(text)
            .TryBuild(out _, out IReadOnlyList<Violation> violations);
        return violations;
    }
}
