using System.ComponentModel.DataAnnotations;
using WhatsCommerce.Validation;

namespace WhatsCommerce.Tests.Validation;

/// <summary>The rules of options: what is valid, and that the message says what was found, unless that may be a secret.</summary>
public sealed class OptionAttributeTests
{
    [Theory]
    [InlineData(null)]
    [InlineData(2)]
    [InlineData(5)]
    public void NumberBetween_NullOrWithinTheRange_IsValid(int? value) => Assert.Null(ProblemOf(new NumberBetweenAttribute(2, 5), value));

    [Theory]
    [InlineData(1)]
    [InlineData(6)]
    public void NumberBetween_OutsideTheRange_SaysWhatWasFound(int value) =>
        Assert.EndsWith($" It is {value}.", ProblemOf(new NumberBetweenAttribute(2, 5), value), StringComparison.Ordinal);

    [Theory]
    [InlineData(null)]
    [InlineData(2)]
    [InlineData(5)]
    public void TimeBetween_NullOrWithinTheRange_IsValid(int? seconds) =>
        Assert.Null(ProblemOf(new TimeBetweenAttribute(2, 5), SecondsOf(seconds)));

    [Theory]
    [InlineData(1, "00:00:01")]
    [InlineData(6, "00:00:06")]
    public void TimeBetween_OutsideTheRange_SaysWhatWasFound(int seconds, string found) =>
        Assert.EndsWith($" It is {found}.", ProblemOf(new TimeBetweenAttribute(2, 5), SecondsOf(seconds)), StringComparison.Ordinal);

    [Theory]
    [InlineData(2, false)]
    [InlineData(3, true)]
    [InlineData(5, true)]
    [InlineData(6, false)]
    public void TimeBetween_IsLonger_LeavesTheLowerLimitOut(int seconds, bool isValid) =>
        Assert.Equal(isValid, ProblemOf(new TimeBetweenAttribute(2, 5) { IsLonger = true }, SecondsOf(seconds)) is null);

    [Fact]
    public void TimeBetween_OrNever_AllowsTheInfiniteTimeToo()
    {
        Assert.NotNull(ProblemOf(new TimeBetweenAttribute(2, 5), Timeout.InfiniteTimeSpan));
        Assert.Null(ProblemOf(new TimeBetweenAttribute(2, 5) { OrNever = true }, Timeout.InfiniteTimeSpan));
        Assert.NotNull(ProblemOf(new TimeBetweenAttribute(2, 5) { OrNever = true }, TimeSpan.Zero));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("113907458826031")]
    public void MetaId_DigitsOrNotSet_IsValid(string? id) => Assert.Null(ProblemOf(new MetaIdAttribute(), id));

    [Theory]
    [InlineData(" ")]
    [InlineData("+15550170101")]
    [InlineData("1 2")]
    [InlineData("EAAsecret")]
    public void MetaId_AnythingElse_SaysTheRuleWithoutTheText(string id)
    {
        Assert.Equal("Id is an id and must be digits only, as Meta's dashboard shows it.", ProblemOf(new MetaIdAttribute(), id));
        Assert.Equal(
            "Id is an id and must be digits only, as Meta's dashboard shows it; a phone number with + is not its id.",
            ProblemOf(new MetaIdAttribute { IsOfNumber = true }, id));
    }

    [Theory]
    [InlineData("1", true)]
    [InlineData("", false)]
    [InlineData(null, false)]
    [InlineData("x", false)]
    public void MetaIdFits_Text_IsAnIdOfDigits(string? id, bool expected) => Assert.Equal(expected, MetaIdAttribute.Fits(id));

    private static TimeSpan? SecondsOf(int? seconds) => seconds is { } count ? TimeSpan.FromSeconds(count) : null;

    private static string? ProblemOf(ValidationAttribute rule, object? value) =>
        rule.GetValidationResult(value, new ValidationContext(new object(), "Id", null, null) { MemberName = "Id" })?.ErrorMessage;
}
