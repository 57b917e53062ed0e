namespace WhatsCommerce.Tests.Invariants;

/// <summary>
/// A stream of choices that is made from what the generator gives, and zero after its end. Zero always means "leave it as it is", so that
/// what the generator shrinks to is the smallest change that still fails.
/// </summary>
internal sealed class Choices(int[] numbers)
{
    private int _next;

    public bool Flip => Next(2) == 1;

    public int Next(int count)
    {
        int number = _next < numbers.Length ? numbers[_next] : 0;
        _next++;
        return (int)((uint)number % (uint)count);
    }
}
