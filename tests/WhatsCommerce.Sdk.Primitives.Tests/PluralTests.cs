namespace WhatsCommerce.Tests;

/// <summary>The words of messages that contain a count.</summary>
public sealed class PluralTests
{
    [Theory]
    [InlineData(0, "0 cards")]
    [InlineData(1, "1 card")]
    [InlineData(2, "2 cards")]
    [InlineData(1_000, "1000 cards")]
    public void Of_Count_HasItsNoun(long count, string expected) => Assert.Equal(expected, Plural.Of(count, "card"));

    [Theory]
    [InlineData(1, "1 batch")]
    [InlineData(2, "2 batches")]
    public void Of_IrregularNoun_HasItsPlural(long count, string expected) => Assert.Equal(expected, Plural.Of(count, "batch", "batches"));

    [Theory]
    [InlineData(0, "are")]
    [InlineData(1, "is")]
    [InlineData(2, "are")]
    public void Are_Count_AgreesWithIt(long count, string expected) => Assert.Equal(expected, Plural.Are(count));
}
