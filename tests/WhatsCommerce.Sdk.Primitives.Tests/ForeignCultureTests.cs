using System.Globalization;

namespace WhatsCommerce.Tests;

/// <summary>Whether the tests that run "in another culture" really do: else they could not fail.</summary>
public sealed class ForeignCultureTests
{
    [Fact]
    public void Run_TextThatForgetsItsCulture_ComesOutForeign() =>
        Assert.Equal("\u22127,99", ForeignCulture.Run(() => (-7.99m).ToString(provider: null)));

    [Fact]
    public void Run_Afterwards_TheCultureIsAsBefore()
    {
        CultureInfo before = ForeignCulture.Current;

        _ = ForeignCulture.Run(() => 0);

        Assert.Same(before, ForeignCulture.Current);
    }

    [Fact]
    public async Task WholeRun_IsInTheCultureOnEveryThread_WhenAskedAndOnlyThen()
    {
        Assert.Equal(ForeignCulture.IsAsked, ReferenceEquals(ForeignCulture.Instance, ForeignCulture.Current));
        Assert.Equal(
            ForeignCulture.Current.NumberFormat.NumberDecimalSeparator,
            await Task.Run(() => 7.99m.ToString(provider: null)[1..2], TestContext.Current.CancellationToken));
    }
}
