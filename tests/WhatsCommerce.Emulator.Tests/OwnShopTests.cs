namespace WhatsCommerce.Emulator.Tests;

/// <summary>The sample shop that takes carts only, as somebody starts it who has just cloned the repository.</summary>
public sealed class OwnShopTests
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "Shops", "OwnShop", "OwnShop.dll");

    [Fact]
    public async Task Run_Demo_MakesTwoOrdersOfTwoCartsAndConfirmsEachOnce()
    {
        await using EmulatorProcess shop = EmulatorProcess.StartOther(Program, "--demo");

        Assert.True(await shop.ExitCodeAsync() == 0, shop.Output);
        await shop.LineAsync("Two carts, two orders, each confirmed once.");
        Assert.Contains("LB-1001  55.30 EUR  1 x The Pocket Atlas, 2 x A Year by the Sea, 1 x Poems for the Tram", shop.Output,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_WithoutDemo_OpensTheShopWithThePhoneBesideIt()
    {
        await using EmulatorProcess shop = EmulatorProcess.StartOther(Program, "--urls", "http://127.0.0.1:0");
        using HttpClient http =
            new(new SocketsHttpHandler()) { BaseAddress = new((await shop.LineAsync("the phone is at ")).Split(' ')[^1]) };
        await shop.LineAsync("Ctrl+C closes the shop.");

        Assert.Contains(
            "<emulator-app>",
            await http.GetStringAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
        Assert.Equal(0, await shop.EndAsync());
    }
}
