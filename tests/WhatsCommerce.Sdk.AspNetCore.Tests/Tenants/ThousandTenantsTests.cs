using System.Globalization;
using System.Net;

namespace WhatsCommerce.Tests.Tenants;

/// <summary>Many tenants, each with a Meta app of its own, at one address.</summary>
public sealed class ThousandTenantsTests
{
    private const int Tenants = 1_000;
    private const int Deliveries = 10_000;
    private const int Rotated = 7;
    private const int Added = Tenants;

    [Fact]
    public async Task Post_TenThousandDeliveriesWhileOneComesAndOneRotates_RunsEachForItsOwnTenantOnce()
    {
        TenantTable tenants = new();
        for (int i = 0; i < Tenants; i++)
        {
            tenants.Set(TenantTable.Make(i, $"secret-{i}"));
        }

        // Whatever the pace of this machine, the old secret is over only when the test says so.
        FakeTimeProvider time = new();
        await using TenantSite site = await TenantSite.StartAsync(
            tenants, time: time, configure: options => options.CacheTime = TimeSpan.FromDays(1));
        int delivered = 0;
        int refused = 0;
        ParallelOptions sideBySide = new() { MaxDegreeOfParallelism = 16, CancellationToken = TestContext.Current.CancellationToken };
        await Parallel.ForAsync(0, Deliveries, sideBySide, async (i, _) =>
        {
            if (i == Deliveries / 4)
            {
                tenants.Set(TenantTable.Make(Added, $"secret-{Added}"));
            }
            else if (i == Deliveries / 2)
            {
                tenants.Set(TenantTable.Make(Rotated, "secret-7-new", new TenantSecret("secret-7", time.GetUtcNow().AddDays(7))));
                time.Advance(TimeSpan.FromSeconds(2));
            }

            int tenant = i % Tenants;

            // Every tenth is a forgery: a tenant signs what another received.
            bool isForged = i / Tenants == 9;
            byte[] body = TenantBodies.Text(tenant, $"wamid.{i}");
            HttpStatusCode status = await site.Deliver(body, $"secret-{(isForged ? (tenant + 1) % Tenants : tenant)}");
            Assert.Equal(isForged ? HttpStatusCode.Unauthorized : HttpStatusCode.OK, status);
            Interlocked.Increment(ref isForged ? ref refused : ref delivered);
        });

        Assert.Equal((Deliveries * 9 / 10, Deliveries / 10), (delivered, refused));
        Assert.Equal(delivered, site.Handled.Select(one => one.Id).Distinct().Count());
        Assert.Equal(delivered, site.Handled.Count);
        Assert.All(site.Handled, one => Assert.Equal(
            $"tenant-{int.Parse(one.Id![6..], NumberStyles.None, CultureInfo.InvariantCulture) % Tenants}", one.Tenant));

        // Without a restart: the new tenant, the new secret, and the old one until its end.
        Assert.Equal(HttpStatusCode.OK, await site.Deliver(TenantBodies.Text(Added, "wamid.a"), $"secret-{Added}"));
        Assert.Equal(HttpStatusCode.OK, await site.Deliver(TenantBodies.Text(Rotated, "wamid.b"), "secret-7-new"));
        Assert.Equal(HttpStatusCode.OK, await site.Deliver(TenantBodies.Text(Rotated, "wamid.c"), "secret-7"));
        time.Advance(TimeSpan.FromDays(7));
        Assert.Equal(HttpStatusCode.Unauthorized, await site.Deliver(TenantBodies.Text(Rotated, "wamid.d"), "secret-7"));
        Assert.Equal(
            [($"tenant-{Added}", "wamid.a"), ("tenant-7", "wamid.b"), ("tenant-7", "wamid.c")], site.Handled.Skip(delivered));
    }
}
