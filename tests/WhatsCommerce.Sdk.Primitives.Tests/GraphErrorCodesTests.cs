using System.Reflection;

namespace WhatsCommerce.Tests;

/// <summary>The named codes and the table that says what they mean belong together.</summary>
public sealed class GraphErrorCodesTests
{
    public static TheoryData<string, int> Codes() => [.. Constants().Select(field => (field.Name, (int)field.GetRawConstantValue()!))];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Class_OfANamedCode_IsKnown(string name, int code) =>
        Assert.True(new GraphError { Code = code }.Class != GraphErrorClass.Unknown, $"{name} ({code}) has no class.");

    [Fact]
    public void Constants_TwoNames_AreTwoCodes() =>
        Assert.Equal(Codes().Count, Constants().Select(field => (int)field.GetRawConstantValue()!).Distinct().Count());

    [Theory]
    [InlineData(GraphErrorCodes.PairRateLimit, GraphErrorClass.Throttled)]
    [InlineData(GraphErrorCodes.ThroughputLimit, GraphErrorClass.Throttled)]
    [InlineData(GraphErrorCodes.AccessTokenExpired, GraphErrorClass.Authentication)]
    [InlineData(GraphErrorCodes.OutsideCustomerServiceWindow, GraphErrorClass.OutsideWindow)]
    [InlineData(GraphErrorCodes.SomethingWentWrong, GraphErrorClass.Unavailable)]
    public void Class_OfACodeThatAppsBranchOn_IsAsNamed(int code, GraphErrorClass expected) =>
        Assert.Equal(expected, new GraphError { Code = code }.Class);

    private static IEnumerable<FieldInfo> Constants() =>
        typeof(GraphErrorCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.IsLiteral);
}
