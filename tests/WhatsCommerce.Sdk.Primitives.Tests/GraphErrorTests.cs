namespace WhatsCommerce.Tests;

public sealed class GraphErrorTests
{
    [Fact]
    public void ToString_Details_AreTheMostTellingSentence() =>
        Assert.Equal(
            "(#131009) Products not found in FB Catalog",
            new GraphError
            {
                Code = 131009,
                Message = "Parameter value is not valid",
                Details = "Products not found in FB Catalog"
            }.ToString());

    [Theory]
    [InlineData("", "the message", "the title", "(#1) the message")]
    [InlineData(null, " ", "the title", "(#1) the title")]
    [InlineData(null, null, null, "(#1) no message")]
    [InlineData(" ", null, " ", "(#1) no message")]
    public void ToString_AbsentOrBlankSentences_TakesTheNext(string? details, string? message, string? title, string expected) =>
        Assert.Equal(expected, new GraphError { Code = 1, Details = details, Message = message, Title = title }.ToString());

    [Theory]
    [InlineData(null, null, "Try later")]
    [InlineData(null, "Invalid parameter", "Try later")]
    [InlineData("The details", "Invalid parameter", "The details")]
    public void ToString_SentenceForPeople_OutranksTheMessageButNotTheDetails(string? details, string? message, string expected) =>
        Assert.Equal(
            expected, new GraphError { Details = details, Message = message, UserMessage = "Try later", UserTitle = "Later" }.ToString());

    [Fact]
    public void ToString_SentenceThatQuotesACustomer_IsCutAndHidesTheNumber()
    {
        string text = new GraphError { Code = 100, Details = $"16505551234 wrote: {new string('x', 5_000)}" }.ToString();

        Assert.StartsWith("(#100) ***1234 wrote: xxx", text, StringComparison.Ordinal);
        Assert.InRange(text.Length, 300, 320);
    }

    [Fact]
    public void ToString_NoCode_IsTheSentenceAlone() => Assert.Equal("broken", new GraphError { Message = "broken" }.ToString());

    [Fact]
    public void ToString_InAnotherCulture_IsTheSame() =>
        Assert.Equal("(#-1) x", ForeignCulture.Run(() => new GraphError { Code = -1, Message = "x" }.ToString()));

    [Fact]
    public void Equals_SameContent_AreEqual() =>
        Assert.Equal(new GraphError { Code = 4, TraceId = "A" }, new GraphError { Code = 4, TraceId = "A" });
}
