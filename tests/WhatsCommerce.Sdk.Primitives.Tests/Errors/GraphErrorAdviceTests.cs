using System.Reflection;

namespace WhatsCommerce.Tests.Errors;

/// <summary>Whatever the error, there is a whole sentence about what to do.</summary>
public sealed class GraphErrorAdviceTests
{
    public static TheoryData<int> Codes() =>
        [.. typeof(GraphErrorCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(code => (int)code.GetRawConstantValue()!)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Advice_EveryKnownCode_IsWholeSentences(int code) => IsWhole(new GraphError { Code = code }.Advice);

    [Fact]
    public void Advice_EveryClass_IsItsOwn()
    {
        GraphErrorClass[] classes = Enum.GetValues<GraphErrorClass>();

        Assert.All(classes, errorClass => IsWhole(GraphErrorAdvice.ByClass(errorClass)));
        Assert.Equal(classes.Length, classes.Select(GraphErrorAdvice.ByClass).Distinct().Count());
    }

    [Fact]
    public void Advice_CodeWithMoreToSay_OutranksItsClass()
    {
        GraphError error = new() { Code = GraphErrorCodes.PairRateLimit };

        Assert.NotEqual(GraphErrorAdvice.ByClass(error.Class), error.Advice);
    }

    [Theory]
    [InlineData(987654, GraphErrorClass.Unknown)]
    [InlineData(101, GraphErrorClass.Authentication)]
    public void Advice_CodeWithNothingOfItsOwn_IsThatOfItsClass(int code, GraphErrorClass expected) =>
        Assert.Equal(GraphErrorAdvice.ByClass(expected), new GraphError { Code = code }.Advice);

    [Theory]
    [InlineData(GraphErrorCodes.TemplateEdgeParameter)]
    [InlineData(GraphErrorCodes.TemplateBodyInvalid)]
    [InlineData(GraphErrorCodes.PhoneNumberDeleted)]
    public void Advice_SubcodeOfTheGeneralCode_IsThatOfTheSubcode(int subcode) => Assert.Equal(
        new GraphError { Code = subcode }.Advice,
        new GraphError { Code = GraphErrorCodes.InvalidParameter, Subcode = subcode }.Advice);

    [Fact]
    public void Advice_SubcodeThatIsNoCode_IsThatOfTheCode() => Assert.Equal(
        new GraphError { Code = GraphErrorCodes.AccessTokenExpired }.Advice,
        new GraphError { Code = GraphErrorCodes.AccessTokenExpired, Subcode = 463 }.Advice);

    private static void IsWhole(string advice)
    {
        Assert.True(char.IsAsciiLetterUpper(advice[0]), advice);
        Assert.EndsWith(".", advice, StringComparison.Ordinal);
        Assert.DoesNotContain("  ", advice, StringComparison.Ordinal);
    }
}
