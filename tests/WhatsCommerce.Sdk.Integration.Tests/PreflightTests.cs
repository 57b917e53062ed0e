using WhatsCommerce.Messages;
using WhatsCommerce.Testing;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Sdk.Integration.Tests;

/// <summary>What the preflight says of a shop is what the local Cloud API then does.</summary>
public class PreflightTests
{
    private const string Pablo = "+16505551234";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Check_EachKindOfProblem_IsTold()
    {
        await using ClientAndCloud shop = await ClientAndCloud.StartAsync();
        EmulatedCatalogItem item = new() { RetailerId = "apple", Title = "Apples", Price = new Money(3m, "USD") };
        shop.Cloud.Catalog
            .Add(item)
            .Add(item with { RetailerId = "hidden", IsHidden = true })
            .Add(item with { RetailerId = "sold-out", Availability = ItemAvailability.OutOfStock })
            .Add(item with { RetailerId = "knife" })
            .Add(item with { RetailerId = "shirt-red", ItemGroupId = "shirt" });
        shop.Cloud.Reviews.Reject("knife", "WEAPONS");

        PreflightReport report = await shop.Client.Preflight.CheckSendableAsync(
            ["apple", "hidden", "sold-out", "knife", "shirt", "shirt-red", "unknown"], cancellationToken: Stop);

        Assert.Equal(["apple", "shirt-red"], report.Sendable.Select(id => id.Value));
        Assert.Equal(
            [
                "hidden: not published", "sold-out: not available", "knife: rejected by Meta's review (WEAPONS)",
                "shirt: the parent of variants, of which only the variants can be sent", "unknown: not in the connected catalog",
            ],
            report.Unsendable.Select(product => product.ToString()));
        Assert.Equal(ShopProblems.None, report.ShopProblems);
    }

    [Fact]
    public async Task Check_OtherCatalogConnectedAndHidden_IsTold()
    {
        await using ClientAndCloud shop = await ClientAndCloud.StartAsync();
        EmulatedCatalog other = shop.Cloud.Catalogs.Add("Other").Add("apple", "Apples", new Money(3m, "USD"));
        shop.Cloud.Number.IsCatalogVisible = false;

        PreflightReport report = await shop.Client.Preflight.CheckSendableAsync(["apple"], other.Id, Stop);

        Assert.Equal(ShopProblems.OtherCatalogConnected | ShopProblems.CatalogHidden, report.ShopProblems);
        Assert.Equal(ProductProblems.InOtherCatalog, Assert.Single(report.Unsendable).Problems);
    }

    [Fact]
    public async Task Check_IndianNumber_MissesWhatIndianLawAsksFor()
    {
        await using ClientAndCloud shop =
            await ClientAndCloud.StartAsync(cloud: new CloudApiEmulatorOptions { PhoneNumber = PhoneNumber.Parse("+919876543210") });
        shop.Cloud.Catalog.Add("apple", "Apples", new Money(3m, "INR"));

        PreflightReport report = await shop.Client.Preflight.CheckSendableAsync(["apple"], cancellationToken: Stop);

        Assert.Equal(
            (ShopProblems.BusinessComplianceMissing, ProductProblems.ComplianceMissing),
            (report.ShopProblems, Assert.Single(report.Unsendable).Problems));
    }

    [Fact]
    public async Task Send_ListOfWhichSomeCanBeSent_ReachesTheCustomerAndNamesTheOthers()
    {
        await using ClientAndCloud shop = await ClientAndCloud.StartAsync(options => options.Preflight.BeforeSending = true);
        shop.Cloud.Catalog.Add("apple", "Apples", new Money(3m, "USD"));

        MessageReceipt receipt = await shop.Client.Messages.SendAsync(
            Pablo,
            Message.ProductList(shop.Cloud.Catalog.Id).Header("Fresh").Body("Pick").Section("Fruit", "apple", "pear").Build(),
            cancellationToken: Stop);

        Assert.Equal("pear", Assert.Single(receipt.UnsendableProducts).RetailerId.Value);
        Assert.Equal(receipt.Id, (await shop.Cloud.Customer(Pablo).NextMessageAsync(Patiently.Patience, Stop)).Id);
    }

    [Fact]
    public async Task Send_NothingCanBeSent_NeverReachesTheMessageEndpoint()
    {
        await using ClientAndCloud shop = await ClientAndCloud.StartAsync(options => options.Preflight.BeforeSending = true);

        ProductsNotSendableException refused = await Assert.ThrowsAsync<ProductsNotSendableException>(
            () => shop.Client.Messages.SendAsync(Pablo, Message.Product(shop.Cloud.Catalog.Id, "pear").Build(), cancellationToken: Stop));

        Assert.Equal(ProductProblems.Missing, Assert.Single(refused.Products).Problems);
        Assert.Equal(0, shop.Count("POST", "/messages"));
    }
}
