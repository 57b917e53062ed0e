// The one test that Stryker sees: it puts the changed package aside, from where MutationWorker tests it.
using System.Reflection;

namespace WhatsCommerce.Tests.Mutation;

public sealed class CollectMutants
{
    [Fact]
    public void Package_AfterStrykerChangedIt_IsPutAside()
    {
        string package = Environment.GetEnvironmentVariable("MUTATED_PACKAGE")!;
        File.Copy(
            Path.Combine(AppContext.BaseDirectory, $"{package}.dll"),
            Path.Combine(Environment.GetEnvironmentVariable("MUTANTS")!, $"{package}.dll"),
            overwrite: true);
        // Where a test reaches none of the changes, Stryker doubts what it recorded, and runs this one for each change. One is enough.
        Array.Find(Assembly.Load(package).GetTypes(), type => type.Name == "MutantControl")?.GetMethod("IsActive")!.Invoke(null, [0]);
    }
}
