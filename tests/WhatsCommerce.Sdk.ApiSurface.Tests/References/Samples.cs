// Each class uses the client in another way, and does nothing else: what AssemblyReferencesTests must find.
#pragma warning disable
#nullable enable
using System.ComponentModel;
using WhatsCommerce.Messages;

namespace WhatsCommerce.Tests.References.Samples;

internal sealed class InABase : WhatsCommerceClient;

internal sealed class InAField
{
    private WhatsCommerceOptions? _options;
}

internal sealed class InASignature
{
    public void Take(List<WhatsCommerceOptions[]> options) => _ = options;
}

internal sealed class InALocal
{
    public string? Read(Func<object> source)
    {
        try
        {
            return source().ToString();
        }
        catch (GraphException)
        {
            return null;
        }
    }
}

internal sealed class InACall
{
    public object Make() => Message.Text("hello");
}

internal sealed class InATest
{
    public bool Is(object value) => value is OutboundMessage;
}

internal sealed class InALambda
{
    public Func<object> Make() => () => new WhatsCommerceOptions();
}

internal sealed class InAnIterator
{
    public IEnumerable<object> Make()
    {
        yield return new WhatsCommerceOptions();
    }
}

internal sealed class InATypeArgument
{
    public object Make() => Enumerable.Empty<WhatsCommerceOptions>();
}

internal sealed class InATypeToken
{
    public Type Make() => typeof(WhatsCommerceOptions);
}

internal sealed class InAConstraint
{
    public void Take<T>(T value)
        where T : OutboundMessage => _ = value;
}

internal sealed class InANestedType
{
    private sealed class Inner
    {
        private WhatsCommerceOptions? _options;
    }
}

internal sealed class Nowhere
{
    [Description("switch, 64-bit and real operands, a filter and a finally block must not throw the walk off")]
    public string Speak(int number, List<long> longs)
    {
        try
        {
            longs.Add(0x7FFF_FFFF_FFFF_FFFF);
            return number switch { 0 =>
                "none", 1 => "one", 2 => "two", 3 => "three", 4 => "four", _ => (number * 1.5).ToString(provider: null) };
        }
        catch (InvalidOperationException exception) when (exception.Message.Length > 3)
        {
            return "";
        }
        finally
        {
            longs.Clear();
        }
    }
}
