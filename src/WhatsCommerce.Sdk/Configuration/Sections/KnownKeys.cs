using System.Reflection;

namespace WhatsCommerce;

/// <summary>The keys that a section of the configuration may have: the properties of its options.</summary>
internal sealed class KnownKeys
{
    private readonly Dictionary<string, KnownKeys?> _keys = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _times = new(StringComparer.OrdinalIgnoreCase);

    private KnownKeys() { }

    public IReadOnlyCollection<string> Names => _keys.Keys;

    public static KnownKeys Of<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] TOptions>()
    {
        KnownKeys keys = new();
        foreach (PropertyInfo property in typeof(TOptions).GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            keys._keys[property.Name] = null;
            if (property.PropertyType == typeof(TimeSpan) || property.PropertyType == typeof(TimeSpan?))
            {
                keys._times.Add(property.Name);
            }
        }

        return keys;
    }

    /// <summary>Names the keys below one of them.</summary>
    /// <param name="name">The key.</param>
    /// <param name="keys">The keys below it; <see langword="null"/> when they are not checked.</param>
    public KnownKeys With(string name, KnownKeys? keys = null)
    {
        _keys[name] = keys;
        return this;
    }

    /// <summary>Returns whether it is a key; case-insensitive.</summary>
    public bool Contains(string key) => _keys.ContainsKey(key);

    /// <summary>Whether the value of a key is a time span.</summary>
    public bool IsTime(string key) => _times.Contains(key);

    /// <summary>The keys below a key; <see langword="null"/> when they are not checked.</summary>
    public KnownKeys? Below(string key) => _keys.GetValueOrDefault(key);
}
