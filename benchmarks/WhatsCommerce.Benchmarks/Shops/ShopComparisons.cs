using Npgsql;
using WhatsCommerce.Benchmarks.Measuring;
using WhatsCommerce.Catalogs;

namespace WhatsCommerce.Benchmarks.Shops;

/// <summary>
/// Compares the steps of a shop with the same steps written by hand over Npgsql, in the same PostgreSQL and in tables of the same shape:
/// without waiting for the disk, where the work itself shows, and with it, as in production.
/// </summary>
internal static class ShopComparisons
{
    private const int Operations = 40;
    private const double MostRatio = 2.0;

    public static Topic Topic { get; } = TopicOf("shop", fsync: false);

    public static Topic DurableTopic { get; } = TopicOf("durable", fsync: true);

    private static Topic TopicOf(string name, bool fsync) => new(
        name, [$"{name}-received", $"{name}-offered", $"{name}-settled"], Turns: 60, Processes: 3, () => PrepareAsync(name, fsync))
    {
        Missing = ShopDatabase.Missing,
    };

    private static async Task<Stage> PrepareAsync(string name, bool fsync)
    {
        const string Ours = "measured";
        const string Baseline = "baseline";

        // These objects live as long as the process.
        NpgsqlDataSource source = ShopDatabase.Open();
        await ShopDatabase.PrepareAsync(source, fsync, Ours, Baseline);
        IReadOnlyList<Product> catalog = [.. CartDeliveries.Products.Select(CatalogPages.Of)];
        MeasuredShop shop = await MeasuredShop.StartAsync(source, Ours, catalog);
        await shop.Shop.Catalog.ImportAsync();
        MeasuredShop baseline = await MeasuredShop.StartAsync(source, Baseline, catalog);
        await baseline.Shop.Catalog.ImportAsync();
        HandWrittenShop byHand = new(source, Baseline);
        string disk = fsync ? "fsync on" : "fsync off";
        return new Stage(
        [
            Row("received", "Receive a cart",
                count => Ready(() => byHand.Deliveries.Prepare(count)), byHand.ReceiveAsync,
                count => Ready(() => shop.Deliveries.Prepare(count)), shop.ReceiveAsync),
            Row("offered", "Price and offer a cart", byHand.PrepareCartsAsync, byHand.OfferAsync, shop.PrepareCartsAsync, shop.OfferAsync),
            Row("settled", "Settle a payment", byHand.PrepareOffersAsync, byHand.SettleAsync, shop.PrepareOffersAsync, shop.SettleAsync),
        ])
        {
            MostWarmUpSteps = 60,
        };

        Comparison Row(
            string step,
            string what,
            Func<int, Task> prepareByHand,
            Func<Task> byHandAsync,
            Func<int, Task> prepare,
            Func<Task> action) => new(
            $"{name}-{step}",
            $"{what}, {disk}",
            new Limits(MostRatio),
            new DatabaseSubject(
                source, Operations, prepareByHand, byHandAsync, () => MeasuredShop.TidyAsync(source, Baseline)),
            new DatabaseSubject(source, Operations, prepare, action, shop.TidyAsync));

        static Task Ready(Action prepare)
        {
            prepare();
            return Task.CompletedTask;
        }
    }
}
