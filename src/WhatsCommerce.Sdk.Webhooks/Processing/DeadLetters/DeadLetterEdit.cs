using System.Runtime.ExceptionServices;

namespace WhatsCommerce.Webhooks;

/// <summary>A pending change to a <see cref="DeadLetterFile"/> that a caller waits for.</summary>
/// <param name="key">The key of the letter.</param>
/// <param name="line">The line to write.</param>
/// <param name="whenKept">
/// <see langword="true"/> to apply the change only if the letter is in the file; <see langword="false"/> to apply it only if it is not.
/// </param>
/// <param name="removes">Whether the change removes the letter.</param>
internal sealed class DeadLetterEdit(UInt128 key, byte[] line, bool whenKept, bool removes)
{
    public UInt128 Key => key;

    public byte[] Line => line;

    public bool Removes => removes;

    /// <summary>Gets a value indicating whether the change was applicable.</summary>
    public bool Applied { get; private set; }

    public bool IsSettled { get; private set; }
    public ExceptionDispatchInfo? Error { get; private set; }

    public static DeadLetterEdit Append(DeadLetter letter) =>
        new(DeadLetterLine.KeyOf(letter.Id), DeadLetterLine.Write(letter), whenKept: false, removes: false);

    public static DeadLetterEdit Replace(DeadLetter letter) =>
        new(DeadLetterLine.KeyOf(letter.Id), DeadLetterLine.Write(letter), whenKept: true, removes: false);

    public static DeadLetterEdit Remove(string id) =>
        new(DeadLetterLine.KeyOf(id), DeadLetterLine.WriteRemoval(id), whenKept: true, removes: true);

    /// <summary>Determines whether the change is applicable.</summary>
    public bool Apply(bool isKept) => Applied = isKept == whenKept;

    public void Settle(ExceptionDispatchInfo? error) => (Error, IsSettled) = (error, true);
}
