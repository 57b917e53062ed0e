using System.Buffers;

namespace WhatsCommerce;

/// <summary>
/// Represents a group of tables with its own version: its name, and the migration scripts that create and change the tables.
/// </summary>
public sealed class DatabaseComponent
{
    private static readonly SearchValues<char> NameCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789_");

    private readonly Func<WhatsCommerceDatabase, string>[] _migrations;

    /// <summary>Initializes a component.</summary>
    /// <param name="name">
    /// The name, in lower-case letters, digits and underscores. Do not change it: databases record applied migrations by name.
    /// </param>
    /// <param name="migrations">
    /// Functions that create the scripts for a database, the oldest first; the first one leads to version 1. Scripts have been applied in
    /// production: never change one, only add another.
    /// </param>
    /// <exception cref="ArgumentException">The name contains other characters, or there is no script.</exception>
    public DatabaseComponent(string name, params ReadOnlySpan<Func<WhatsCommerceDatabase, string>> migrations)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (name.AsSpan().ContainsAnyExcept(NameCharacters))
        {
            throw new ArgumentException("The name of a component has small letters, digits and underscores only.", nameof(name));
        }

        if (migrations.IsEmpty)
        {
            throw new ArgumentException("A component needs a script.", nameof(migrations));
        }

        Name = name;
        _migrations = migrations.ToArray();
    }

    /// <summary>Gets the name.</summary>
    public string Name { get; }

    /// <summary>Gets the version that this code requires: the number of its scripts.</summary>
    public int Version => _migrations.Length;

    /// <summary>Gets the script that migrates from the previous version to this one.</summary>
    /// <param name="version">The version, from 1.</param>
    /// <param name="database">The database.</param>
    /// <returns>The statements.</returns>
    public string GetMigration(int version, WhatsCommerceDatabase database)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(version, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(version, Version);
        return _migrations[version - 1](database);
    }

    /// <summary>Returns name and version.</summary>
    public override string ToString() => $"{Name} {Version}";
}
