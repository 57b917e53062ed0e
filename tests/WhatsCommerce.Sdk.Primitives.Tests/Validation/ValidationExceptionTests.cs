namespace WhatsCommerce.Tests;

public sealed class ValidationExceptionTests
{
    private static readonly Violation Title = new()
    {
        Path = "title",
        Rule = ViolationRule.MaxLength,
        Limit = 24,
        Found = 25,
        Message = "Shorten it by 1."
    };

    [Fact]
    public void Message_OneViolation_IsOneSentenceAfterTheSummary() =>
        Assert.Equal(
            "It cannot be sent. title: Shorten it by 1.", new WhatsCommerceValidationException("It cannot be sent", [Title]).Message);

    [Fact]
    public void Message_SeveralViolations_NamesEachOnALineOfItsOwn() => Assert.Equal(
        $"It cannot be sent, for 2 reasons:{Environment.NewLine}- title: Shorten it by 1.{Environment.NewLine}- body: Shorten it by 1.",
        new WhatsCommerceValidationException("It cannot be sent", [Title, Title with { Path = "body" }]).Message);

    [Fact]
    public void Constructor_NoViolations_Throws() =>
        Assert.Throws<ArgumentNullException>(() => new WhatsCommerceValidationException("It cannot be sent", null!));
}
