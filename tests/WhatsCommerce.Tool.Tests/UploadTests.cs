using System.Text.Json;
using Microsoft.AspNetCore.Http;
using WhatsCommerce.Emulator.Tests;
using WhatsCommerce.Testing;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Tool.Tests;

/// <summary>Files of products into a catalog.</summary>
public sealed class UploadTests : ToolTest
{
    private const string Header = "id,title,description,availability,price,link,image_link";

    private readonly TaskCompletionSource _isHeld = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _goesOn = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _holdAfter = int.MaxValue;
    private int _batches;

    protected override CloudApiEmulatorOptions Options() => new() { Middleware = HoldAsync };

    [Fact]
    public async Task Upload_Csv_IsInTheCatalog()
    {
        string file = await FileAsync("products.csv", $"{Header}\n{Row("tea")}\n{Row("rye")}\n");

        using CommandRun run = await CommandRun.RunAsync("upload", file, "--emulator", Emulator);

        Assert.StartsWith("2 in the catalog, 0 rejected", run.Ended(0).Output, StringComparison.Ordinal);
        Assert.NotNull(Cloud.Catalog.Find("tea"));
        Assert.False(File.Exists(file + ".checkpoint"));
    }

    [Theory]
    [InlineData("[{0},{1}]")]
    [InlineData("{0}\n{1}\n")]
    public async Task Upload_Json_IsInTheCatalog(string shape)
    {
        string tea = """{"id":"tea","title":"Tea","description":"Green.","availability":"in stock","price":"8.00 """
            + """USD","link":"https://shop.example/tea","image_link":"https://shop.example/tea.jpg","quantity_to_sell_on_facebook":7}""";
        string rye = tea.Replace("tea", "rye", StringComparison.Ordinal);
        string file = await FileAsync(
            "products.json", shape.Replace("{0}", tea, StringComparison.Ordinal).Replace("{1}", rye, StringComparison.Ordinal));

        using CommandRun run = await CommandRun.RunAsync("upload", file, "--emulator", Emulator);

        Assert.StartsWith("2 in the catalog, 0 rejected", run.Ended(0).Output, StringComparison.Ordinal);
        Assert.NotNull(Cloud.Catalog.Find("rye"));
    }

    [Fact]
    public async Task Upload_RowsThatAreWrong_AreToldWithTheirLines()
    {
        Cloud.Batches.RefuseItem("jam", "The image could not be fetched.");
        string file = await FileAsync("products.csv",
            $"{Header}\n{Row("tea")}\nrye,Rye\n{Row("jam")}\n{Row("oil").Replace("8.00 USD", "8", StringComparison.Ordinal)}\n");

        using CommandRun run = await CommandRun.RunAsync("upload", file, "--json", "--emulator", Emulator);

        JsonElement[] rejected = [.. run.Ended(1).Json.Where(line => line.GetProperty("kind").GetString() == "rejected")];
        Assert.Equal(
            [(3, "rye"), (4, "jam"), (5, "oil")],
            rejected.Select(row => (row.GetProperty("line").GetInt32(), row.GetProperty("id").GetString()!)));
        JsonElement report = run.Json[^1];
        Assert.Equal((4, 1, 3), (
            report.GetProperty("read").GetInt32(), report.GetProperty("accepted").GetInt32(), report.GetProperty("rejected").GetInt32()));
    }

    [Theory]
    [InlineData("products.csv", "id,title\na,b\n", "these are missing: description, availability, price, link, image_link")]
    [InlineData("products.csv", "", "is empty")]
    [InlineData("products.json", "[{\"id\":", "is not valid JSON after item 0")]
    public async Task Upload_FileThatCannotBeRead_EndsWithTwo(string name, string content, string said)
    {
        string file = await FileAsync(name, content);

        using CommandRun run = await CommandRun.RunAsync("upload", file, "--emulator", Emulator);

        Assert.Contains(said, run.Ended(2).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Upload_JsonThatIsTooDeep_IsRefused()
    {
        string file = await FileAsync("products.json", $"[{string.Concat(Enumerable.Repeat("[", 100))}");

        using CommandRun run = await CommandRun.RunAsync("upload", file, "--emulator", Emulator);

        Assert.Contains("is not valid JSON", run.Ended(2).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Upload_TokenThatIsRefused_EndsWithThree()
    {
        string file = await FileAsync("products.csv", $"{Header}\n{Row("tea")}\n");

        using CommandRun run = await CommandRun.WithAsync(
            [("WhatsCommerce__AccessToken", "expired")], "upload", file, "--emulator", Emulator);

        run.Ended(3);
        Assert.DoesNotContain("expired", run.Output + run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Upload_KilledAndRunAgain_PostsNothingTwice()
    {
        string file =
            await FileAsync("products.csv", $"{Header}\n{string.Join('\n', Enumerable.Range(1, 12).Select(i => Row($"item-{i}")))}\n");
        string settings = await FileAsync(
            "settings.json",
            $$$"""
                {"WhatsCommerce":{"BaseAddress":"{{{Cloud.BaseAddress}}}","AccessToken":"{{{Cloud.Options.AccessToken}}}",
                "CatalogId":"{{{Cloud.Catalog.Id}}}"}}
                """);
        string[] args = ["upload", file, "--settings", settings, "--batch-items", "2", "--batches-in-flight", "1"];
        _holdAfter = 3;
        await using (EmulatorProcess killed = EmulatorProcess.StartOther(
            Path.Combine(AppContext.BaseDirectory, "WhatsCommerce.Tool.dll"), args))
        {
            await Patiently.Wait(_isHeld.Task);
            await Patiently.Until(() => CheckpointIs(file, 6));
            await killed.KillAsync();
        }

        _holdAfter = int.MaxValue;
        _goesOn.SetResult();
        using CommandRun again = await CommandRun.RunAsync(args);

        Assert.Contains("An earlier run had settled 6 rows.", again.Ended(0).Output, StringComparison.Ordinal);
        string[] posted =
            [.. Cloud.Requests.Where(request => request.Path.EndsWith("/items_batch", StringComparison.Ordinal)).SelectMany(Ids)];
        Assert.Equal(Enumerable.Range(1, 12).Select(i => $"item-{i}"), posted);
        Assert.Equal(14, Cloud.Catalog.Count);
    }

    // A batch that waits here has not reached the emulator: whoever is killed meanwhile has not posted it.
    private async Task HoldAsync(HttpContext http, RequestDelegate next)
    {
        if (http.Request.Path.Value!.EndsWith("/items_batch", StringComparison.Ordinal) && Interlocked.Increment(ref _batches) > _holdAfter)
        {
            _isHeld.TrySetResult();
            await Patiently.Wait(_goesOn.Task);
            http.Abort();
            return;
        }

        await next(http);
    }

    private static bool CheckpointIs(string file, int position)
    {
        try
        {
            JsonElement checkpoint = JsonElement.Parse(File.ReadAllText(file + ".checkpoint"));
            return checkpoint.EnumerateObject().Any(member =>
                member.Name.Equals("position", StringComparison.OrdinalIgnoreCase) && member.Value.GetInt32() == position);
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static IEnumerable<string> Ids(RecordedRequest request) =>
        request.Json!.Value.GetProperty("requests").EnumerateArray()
            .Select(item => item.GetProperty("data").GetProperty("id").GetString()!);

    private static string Row(string id) => $"{id},{id},Good.,in stock,8.00 USD,https://shop.example/{id},https://shop.example/{id}.jpg";
}
